package uk.csw.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Path CONFIG = Path.of("..", "config");

    @TempDir
    Path copy;

    @Test
    void the_settings_we_ship_are_valid() {
        Settings settings = Settings.load(CONFIG);

        assertThat(settings.configDir()).isEqualTo(CONFIG);
        assertThat(settings.inbox().quiet()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.landing().workers()).isPositive();
        assertThat(settings.landing().partBytes()).isEqualTo(4 * 1024 * 1024);
        assertThat(settings.guard().heldBelowPercent()).isBetween(1, 100);
    }

    @Test
    void a_mistake_is_named_with_its_line() throws IOException {
        Files.createDirectories(copy.resolve("schema"));
        Files.copy(CONFIG.resolve("schema/settings.schema.json"), copy.resolve("schema/settings.schema.json"));
        String text = Files.readString(CONFIG.resolve("settings.yaml"));
        int line = (int) text.substring(0, text.indexOf("  workers: 0"))
                        .chars()
                        .filter(character -> character == '\n')
                        .count()
                + 1;
        Files.writeString(copy.resolve("settings.yaml"), text.replace("  workers: 0", "  workers: many"));

        assertThatThrownBy(() -> Settings.load(copy))
                .isInstanceOf(ConfigurationProblems.class)
                .hasMessageContaining("settings.yaml:" + line + ": found the text 'many'");
    }
}
