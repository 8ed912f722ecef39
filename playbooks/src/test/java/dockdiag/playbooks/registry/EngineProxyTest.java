package dockdiag.playbooks.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.registry.RegistrySettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineProxyTest {

  private static final Map<String, String> PROXIES =
      Map.of("https", "http://xxxxx:xxxxx@proxy.shop.test:3128", "http", "proxy.shop.test");

  private static String chosen(String url, String noProxy) {
    RegistrySettings settings =
        new RegistrySettings(List.of(), Map.of(), List.of(), PROXIES, noProxy);
    return EngineProxy.of(settings, URI.create(url)).map(EngineProxy::toString).orElse("direct");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://reg.shop.test/v2/ | '' | http://proxy.shop.test:3128",
        "http://reg.shop.test/v2/ | '' | http://proxy.shop.test:80",
        "https://localhost:5000/v2/ | '' | direct",
        "https://127.0.0.9/v2/ | '' | direct",
        "https://[::1]:5000/v2/ | '' | direct",
        "https://reg.shop.test/v2/ | * | direct",
        "https://reg.shop.test/v2/ | shop.test | direct",
        "https://shop.test/v2/ | shop.test | direct",
        "https://shop.test/v2/ | .shop.test | http://proxy.shop.test:3128",
        "https://reg.shop.test/v2/ | '10.0.0.0/8, .shop.test' | direct",
        "https://reg.shop.test/v2/ | *.shop.test | direct",
        "https://workshop.test/v2/ | shop.test | http://proxy.shop.test:3128",
        "https://reg.shop.test:5000/v2/ | reg.shop.test:5000 | direct",
        "https://reg.shop.test/v2/ | reg.shop.test:5000 | http://proxy.shop.test:3128",
        "https://reg.shop.test/v2/ | reg.shop.test:443 | direct",
        "https://my_reg:5000/v2/ | my_reg:5000 | direct",
        "https://my_reg/v2/ | my_reg:443 | direct",
        "https://10.1.2.3/v2/ | 10.0.0.0/8 | direct",
        "https://11.1.2.3/v2/ | 10.0.0.0/8 | http://proxy.shop.test:3128",
        "https://10.1.2.3:5000/v2/ | 10.1.2.3 | direct",
        "https://[2001:db8::5]:5000/v2/ | 2001:db8::/32 | direct"
      })
  void isChosenAsGoChoosesIt(String url, String noProxy, String expected) {
    assertThat(chosen(url, noProxy)).isEqualTo(expected);
  }
}
