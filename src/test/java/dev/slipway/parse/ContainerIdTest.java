package dev.slipway.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContainerIdTest {

    @ParameterizedTest
    @CsvSource({
        "/docker/0123456789abcdef, 0123456789abcdef",
        "/system.slice/docker-0123456789abcdef.scope, 0123456789abcdef",
        "/machine.slice/libpod-0123456789abcdef.scope/container, 0123456789abcdef",
        "/kubepods/burstable/pod1-2/0123456789ab, 0123456789ab",
        "/kubepods.slice/kubepods-pod1.slice/cri-containerd-0123456789abcdef.scope, 0123456789abcdef",
        "/system.slice/containerd.service/kubepods-pod1.slice:cri-containerd:0123456789abcdef, 0123456789abcdef",
        "/lxc/web1, web1",
        "/lxc.payload.web1/system.slice/nginx.service, web1",
        "/machine.slice/systemd-nspawn@web2.service/payload/init.scope, systemd-nspawn@web2.service",
    })
    void an_engine_names_its_containers_in_the_control_group(String path, String id) {
        assertThat(ContainerId.of(List.of("/", path))).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/system.slice/docker.service",
                "/system.slice/containerd.service",
                "/machine.slice/libpod-conmon-0123456789abcdef.scope",
                "/machine.slice/machine-qemu\\x2d1\\x2dold.scope/libvirt",
                "/machine.slice/systemd-nspawn@web2.service/supervisor",
                "/lxc.monitor.web1"
            })
    void engines_themselves_are_not_in_one(String path) {
        assertThat(ContainerId.of(List.of(path))).isEmpty();
    }
}
