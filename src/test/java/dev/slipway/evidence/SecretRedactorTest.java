package dev.slipway.evidence;

import static dev.slipway.evidence.Redactor.MARK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretRedactorTest {
    private static final SecretRedactor REDACTOR = new SecretRedactor();

    static Stream<Arguments> examplesWithASecret() {
        return Stream.concat(
                SecretForms.builtIn().shapes().stream()
                        .flatMap(shape -> shape.redacted().stream().map(text -> Arguments.of(shape.name(), text))),
                SecretForms.builtIn().commands().stream()
                        .flatMap(command -> command.redacted().stream()
                                .map(text -> Arguments.of(command.names().get(0), text))));
    }

    static Stream<Arguments> examplesWithoutASecret() {
        return Stream.concat(
                SecretForms.builtIn().shapes().stream()
                        .flatMap(shape -> shape.kept().stream().map(text -> Arguments.of(shape.name(), text))),
                SecretForms.builtIn().commands().stream()
                        .flatMap(command -> command.kept().stream()
                                .map(text -> Arguments.of(command.names().get(0), text))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examplesWithASecret")
    void takes_the_secret_out_of_each_example(String name, String text) {
        assertThat(redact(text)).contains(MARK);
        assertThat(redact(text).lines().count()).isEqualTo(text.lines().count());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examplesWithoutASecret")
    void keeps_each_example_without_a_secret(String name, String text) {
        assertThat(redact(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "  ->  ", quoteCharacter = '^', textBlock = """
        db.password=S3cr3t  ->  db.password=[REDACTED]
        java -Ddb.url=jdbc:mysql://h/shop -Ddb.password=S3cr3t -Dshop.env=prod  ->  java -Ddb.url=jdbc:mysql://h/shop -Ddb.password=[REDACTED] -Dshop.env=prod
        spring.datasource.password: Pg S3cret # old  ->  spring.datasource.password: [REDACTED] # old
        ::respawn:/opt/app/run --license=L1c-K3y  ->  ::respawn:/opt/app/run --license=[REDACTED]
        <Resource username="shop" password="Ctx-P4ss" maxTotal="20"/>  ->  <Resource username="shop" password="[REDACTED]" maxTotal="20"/>
        <Connector secretRequired="true" secret="AjpS3cr3t" redirectPort="8443"/>  ->  <Connector secretRequired="true" secret="[REDACTED]" redirectPort="8443"/>
        <password>Xm1-Pw</password>  ->  <password>[REDACTED]</password>
        <property name="password" value="B3an-Pw"/>  ->  <property name="password" value="[REDACTED]"/>
        <property name="db.password">B3an-Pw</property>  ->  <property name="db.password">[REDACTED]</property>
        <entry key="db.password">B3an-Pw</entry>  ->  <entry key="db.password">[REDACTED]</entry>
        <param-name>password</param-name><param-value>P4ram</param-value>  ->  <param-name>password</param-name><param-value>[REDACTED]</param-value>
        requirepass R3disP4ss  ->  requirepass [REDACTED]
        auth_pass VrrpPw12  ->  auth_pass [REDACTED]
        //10.0.0.21/docs /mnt/docs cifs noauto,username=svc,password=C1fsP4ss,uid=1000,ro 0 0  ->  //10.0.0.21/docs /mnt/docs cifs noauto,username=svc,password=[REDACTED],uid=1000,ro 0 0
        Environment=PAYMENT_KEY=sk_live_Un1tKey  ->  Environment=PAYMENT_KEY=[REDACTED]
        PGPASSWORD=Pg-S3cret psql -h db shop  ->  PGPASSWORD=[REDACTED] psql -h db shop
        mysql --password=My-Pw1 --port=3306  ->  mysql --password=[REDACTED] --port=3306
        mysql --password My-Pw1 shop  ->  mysql --password [REDACTED] shop
        {"user": "a", "password": "J5on-Pw", "port": 5}  ->  {"user": "a", "password": "[REDACTED]", "port": 5}
        define('DB_PASSWORD', 'W0rdPr3ss');  ->  define('DB_PASSWORD', '[REDACTED]');
        define( 'DB_PASSWORD', 'W0rdPr3ss' );  ->  define( 'DB_PASSWORD', '[REDACTED]' );
        $db['default']['password'] = 'W0rdPr3ss';  ->  $db['default']['password'] = '[REDACTED]';
        'password' => 'W0rdPr3ss',  ->  'password' => '[REDACTED]',
        SECRET_KEY = 'django-insecure-abc123'  ->  SECRET_KEY = '[REDACTED]'
        keystorePass="changeit" port="8443"  ->  keystorePass="[REDACTED]" port="8443"
        keytool -list -storepass changeit -keystore x  ->  keytool -list -storepass [REDACTED] -keystore x
        jdbc:mysql://h:3306/shop?user=u&password=Url-Pw1&useSSL=false  ->  jdbc:mysql://h:3306/shop?user=u&password=[REDACTED]&useSSL=false
        jdbc:sqlserver://h;user=sa;password=Sq1Srv;encrypt=true  ->  jdbc:sqlserver://h;user=sa;password=[REDACTED];encrypt=true
        AccountName=x;AccountKey=abc123==;Suffix=y  ->  AccountName=x;AccountKey=[REDACTED];Suffix=y
        //registry.npmjs.org/:_authToken=abcdef12  ->  //registry.npmjs.org/:_authToken=[REDACTED]
        CATALINA_OPTS="-Xmx1g -Ddb.password=S3cr3t"  ->  CATALINA_OPTS="-Xmx1g -Ddb.password=[REDACTED]"
        password = My=Pw,with;all&chars  ->  password = [REDACTED]
        DB_PASSWORD_PROD=Pr0d-Pw  ->  DB_PASSWORD_PROD=[REDACTED]
        """)
    void takes_out_what_a_name_or_a_program_tells(String text, String expected) {
        assertThat(redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=${DB_PASSWORD}",
                "password=$DB_PASSWORD",
                "password=@db.password@",
                "password=",
                "password=\"\"",
                "passwordFile=/run/secrets/x",
                "password_file: /run/secrets/x",
                "ssl_certificate_key /etc/ssl/private/www.key;",
                "PasswordAuthentication no",
                "LoadCredential=tmpfiles.extra",
                "AUTH_PASSWORD_VALIDATORS = [",
                "# Password validation",
                "PermitEmptyPasswords no",
                "-XX:+UseG1GC -XX:MaxRAMPercentage=75",
                "keyAlias=tomcat",
                "bind-key C-b send-prefix",
                "token_ttl=3600",
                "author=Jane Doe",
                "compass=north",
                "bypass=10.0.0.0/8",
                "password [success=1 default=ignore] pam_unix.so obscure",
                "password requisite pam_deny.so",
                "passwd: files systemd",
                "sort_key=created_at",
                "proxy_pass http://shop;",
                "proxy_set_header X-Token $http_x_token;",
                "user_token_url=https://idp.example.com/token",
                "secretRequired=\"false\"",
                "password: {{ vault_db_password }}",
                "\"license\": \"Apache-2.0\"",
                "roles=\"tomcat\" password=\"<must-be-changed>\"",
                "Accepted password for deploy from 10.0.0.9 port 5022 ssh2",
                "PWD=/opt/app OLDPWD=/root",
                "monkey=banana turkey=1",
                "if [ -z \"$PASSWORD\" ]; then",
                "server.servlet.session.cookie.name=SID",
                "key_buffer_size=16M",
                "mysqldump --defaults-extra-file=/root/.my.cnf shop",
            })
    void keeps_what_is_no_secret(String text) {
        assertThat(redact(text)).isEqualTo(text);
    }

    @Test
    void finds_a_secret_again_where_nothing_tells_that_it_is_one() {
        Redactor.Redacted redacted = REDACTOR.redact(List.of(
                item("/etc/app.properties", "db.password=Pl4in&Pw\n"),
                item(
                        "/var/log/app.log",
                        "started with Pl4in&Pw\nencoded Pl4in%26Pw and UGw0aW4mUHc= or c3ZjOlBsNGluJlB3\n")));

        assertThat(redacted.items().get(1).text())
                .isEqualTo("started with [REDACTED]\nencoded [REDACTED] and [REDACTED] or [REDACTED]\n");
        assertThat(redacted.secrets())
                .contains(
                        new RedactedSecret("probe", "/etc/app.properties", 1, "db.password", "password"),
                        new RedactedSecret("probe", "/var/log/app.log", 1, "db.password", "password"),
                        new RedactedSecret("probe", "/var/log/app.log", 2, "db.password", "password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changeit",
                "tomcat",
                "tomcat9",
                "service",
                "12345678",
                "/opt/app",
                "shop",
                "db.example.com",
                "true"
            })
    void leaves_words_of_everyday_where_they_are_no_password(String value) {
        Redactor.Redacted redacted = REDACTOR.redact(
                List.of(item("/etc/a", "password=" + value + "\n"), item("/etc/b", "the " + value + " of x\n")));

        assertThat(redacted.items().get(1).text()).isEqualTo("the " + value + " of x\n");
    }

    @Test
    void tells_the_names_of_variables_whose_values_were_not_read() {
        EvidenceItem variables = new EvidenceItem(
                "environment",
                "variables",
                "variables",
                EvidenceItem.Kind.COMMAND,
                EvidenceItem.Outcome.READ,
                0,
                1,
                false,
                "pid 12\nPWD\nVAULT_TOKEN\nSHOP_REGION\n");

        Redactor.Redacted redacted = REDACTOR.redact(List.of(variables));

        assertThat(redacted)
                .isEqualTo(new Redactor.Redacted(
                        List.of(variables),
                        List.of(new RedactedSecret("environment", "variables", 3, "VAULT_TOKEN", "token"))));
    }

    @Test
    void tells_no_name_that_has_a_secret_in_it() {
        Redactor.Redacted redacted =
                REDACTOR.redact(List.of(item("/etc/x", "password=B4ckup-Pw\n--B4ckup-Pw.password=other1\n")));

        assertThat(redacted.secrets())
                .extracting(RedactedSecret::name)
                .containsExactlyInAnyOrder("password", "password", "");
    }

    @Test
    void keeps_the_lines_of_a_private_key() {
        String text = "before\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabcd\n-----END RSA PRIVATE KEY-----\nafter\n";

        Redactor.Redacted redacted = REDACTOR.redact(List.of(item("/etc/key.pem", text)));

        assertThat(redacted.items().get(0).text())
                .isEqualTo("before\n[REDACTED]\n[REDACTED]\n[REDACTED]\n[REDACTED]\nafter\n");
        assertThat(redacted.secrets())
                .containsExactly(new RedactedSecret("probe", "/etc/key.pem", 2, "", "private-key"));
    }

    @Test
    void ends_a_private_key_that_is_cut_off_with_its_last_line() {
        String text = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQE=\n\n[section]\nport = 1\n";

        assertThat(redact(text)).isEqualTo("[REDACTED]\n[REDACTED]\n[REDACTED]\n\n[section]\nport = 1\n");
    }

    @Test
    void takes_arguments_out_of_command_lines_as_proc_has_them() {
        String text = "==> 12/cmdline <==\njava\0-Ddb.password=S3cr3t\0-jar\0a.jar\0\n"
                + "==> 13/cmdline <==\nmysql\0-uroot\0-pR00tPw\0shop\0\n"
                + "==> 14/cmdline <==\nagent\0--token\0T0kenValue\0--verbose\0\n";

        assertThat(redact(text))
                .isEqualTo("==> 12/cmdline <==\njava\0-Ddb.password=[REDACTED]\0-jar\0a.jar\0\n"
                        + "==> 13/cmdline <==\nmysql\0-uroot\0-p[REDACTED]\0shop\0\n"
                        + "==> 14/cmdline <==\nagent\0--token\0[REDACTED]\0--verbose\0\n");
    }

    @Test
    void redacting_twice_is_redacting_once() {
        String text =
                "db.password=S3cr3t\nmysqldump -pB4ckupPw shop\ncurl -u report:R3portPw x\nrequirepass R3disP4ss\n";

        Redactor.Redacted once = REDACTOR.redact(List.of(item("/etc/x", text)));
        Redactor.Redacted twice = REDACTOR.redact(once.items());

        assertThat(twice).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pass",
                "password=",
                "mysql -p ",
                "://a:",
                "-----BEGIN PRIVATE KEY-----",
                "key=a1",
                "<password>",
                "eyJ",
                "a",
                "basic ",
                "password:password@",
                "user x ",
                "\\\"",
                "name=password ",
                "hooks.slack.com/",
                "cookie:",
                "-----BEGIN PRIVATE KEY-----\n",
                "sqlplus -a ",
                "password=${a}"
            })
    void takes_linear_time_for_hostile_text(String unit) {
        String text = unit.repeat(2_000_000 / unit.length());
        REDACTOR.redact(List.of(item("/x", text.substring(0, 10_000))));

        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(8), () -> REDACTOR.redact(List.of(item("/x", text))));
    }

    private static String redact(String text) {
        return REDACTOR.redact(List.of(item("/etc/sample", text)))
                .items()
                .get(0)
                .text();
    }

    private static EvidenceItem item(String name, String text) {
        return new EvidenceItem(
                "probe", "section", name, EvidenceItem.Kind.FILE, EvidenceItem.Outcome.READ, 0, 1, false, text);
    }
}
