package dev.slipway.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.signature.SignatureRSA;
import net.schmizz.sshj.transport.cipher.Cipher;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA1;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.kex.KeyExchange;
import net.schmizz.sshj.transport.mac.MAC;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/**
 * What is offered to a host. The library's own lists offer what nobody should use any more. What servers of 2015 and before need
 * is added only where the inventory says {@code legacyCrypto: true}.
 */
final class Algorithms {
    private static final List<Factory.Named<KeyExchange>> KEY_EXCHANGES = List.of(
            new Curve25519SHA256.Factory(),
            new Curve25519SHA256.FactoryLibSsh(),
            new ECDHNistP.Factory256(),
            new ECDHNistP.Factory384(),
            new ECDHNistP.Factory521(),
            new StrongGroupExchange.Factory(),
            DHGroups.Group14SHA256(),
            DHGroups.Group16SHA512(),
            DHGroups.Group18SHA512());
    private static final List<Factory.Named<KeyExchange>> LEGACY_KEY_EXCHANGES =
            List.of(DHGroups.Group14SHA1(), new DHGexSHA1.Factory(), DHGroups.Group1SHA1());

    private static final List<Factory.Named<Cipher>> CIPHERS = List.of(
            GcmCiphers.AES128GCM(),
            GcmCiphers.AES256GCM(),
            BlockCiphers.AES128CTR(),
            BlockCiphers.AES192CTR(),
            BlockCiphers.AES256CTR(),
            ChachaPolyCiphers.CHACHA_POLY_OPENSSH());
    private static final List<Factory.Named<Cipher>> LEGACY_CIPHERS = List.of(
            BlockCiphers.AES128CBC(), BlockCiphers.AES192CBC(), BlockCiphers.AES256CBC(), BlockCiphers.TripleDESCBC());

    private static final List<Factory.Named<MAC>> MACS =
            List.of(Macs.HMACSHA2256Etm(), Macs.HMACSHA2512Etm(), Macs.HMACSHA2256(), Macs.HMACSHA2512());
    private static final List<Factory.Named<MAC>> LEGACY_MACS = List.of(Macs.HMACSHA1());

    private static final List<Factory.Named<KeyAlgorithm>> HOST_KEYS = List.of(
            KeyAlgorithms.EdDSA25519(),
            KeyAlgorithms.ECDSASHANistp256(),
            KeyAlgorithms.ECDSASHANistp384(),
            KeyAlgorithms.ECDSASHANistp521(),
            KeyAlgorithms.RSASHA512(),
            KeyAlgorithms.RSASHA256());
    private static final List<Factory.Named<KeyAlgorithm>> LEGACY_HOST_KEYS =
            List.of(KeyAlgorithms.SSHRSA(), KeyAlgorithms.SSHDSA());
    private static final List<Factory.Named<KeyAlgorithm>> HOST_CERTIFICATES = List.of(
            KeyAlgorithms.EdDSA25519CertV01(),
            KeyAlgorithms.ECDSASHANistp256CertV01(),
            KeyAlgorithms.ECDSASHANistp384CertV01(),
            KeyAlgorithms.ECDSASHANistp521CertV01(),
            new KeyAlgorithms.Factory(
                    "rsa-sha2-512-cert-v01@openssh.com", new SignatureRSA.FactoryRSASHA512(), KeyType.RSA_CERT),
            new KeyAlgorithms.Factory(
                    "rsa-sha2-256-cert-v01@openssh.com", new SignatureRSA.FactoryRSASHA256(), KeyType.RSA_CERT));

    /** The library logs an error with a stack trace for each host that fails; here a failure is a value. */
    private static final LoggerFactory SILENT = new LoggerFactory() {
        @Override
        public Logger getLogger(String name) {
            return NOPLogger.NOP_LOGGER;
        }

        @Override
        public Logger getLogger(Class<?> type) {
            return NOPLogger.NOP_LOGGER;
        }
    };

    private Algorithms() {}

    /**
     * What one connection offers.
     *
     * @param legacy whether old algorithms are added, after the others
     * @param certificates whether certificates of hosts are asked for, before plain keys
     */
    static ConfigImpl config(boolean legacy, boolean certificates) {
        ConfigImpl config = new ConfigImpl();
        config.setVersion("slipway");
        config.setLoggerFactory(SILENT);
        config.setRandomFactory(new SingletonRandomFactory(new JCERandom.Factory()));
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        config.setKeyExchangeFactories(
                join(join(KEY_EXCHANGES, legacy, LEGACY_KEY_EXCHANGES), true, List.of(new ExtInfoClientFactory())));
        config.setCipherFactories(join(CIPHERS, legacy, LEGACY_CIPHERS));
        config.setMACFactories(join(MACS, legacy, LEGACY_MACS));
        config.setKeyAlgorithms(
                join(join(certificates ? HOST_CERTIFICATES : List.of(), true, HOST_KEYS), legacy, LEGACY_HOST_KEYS));
        config.setCompressionFactories(List.of(new NoneCompression.Factory()));
        // Certificates are verified by HostKeyCheck, whatever the key exchange; the library does it for some only.
        config.setVerifyHostKeyCertificates(false);
        return config;
    }

    /** Whether any of these names is one that {@code legacyCrypto} would add. */
    static boolean legacyHas(List<String> names) {
        return Stream.of(LEGACY_KEY_EXCHANGES, LEGACY_CIPHERS, LEGACY_MACS, LEGACY_HOST_KEYS)
                .flatMap(List::stream)
                .anyMatch(factory -> names.contains(factory.getName()));
    }

    private static <T> List<Factory.Named<T>> join(
            List<Factory.Named<T>> first, boolean more, List<Factory.Named<T>> second) {
        List<Factory.Named<T>> all = new ArrayList<>(first);
        if (more) {
            all.addAll(second);
        }
        return all;
    }
}
