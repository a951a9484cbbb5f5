package org.diachi.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.diachi.Http;
import org.diachi.TestCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A follower that is killed at random moments, while others write, ends with the same bytes as one that is not. */
class FollowerTest {

    private static final int KILLS = 5;

    @TempDir
    Path folder;

    private final TestCity city = TestCity.get();

    @Test
    void endsWithTheSameBytesHoweverOftenItIsKilled() throws Exception {
        Path copy = folder.resolve("killed.ndjson");
        AtomicBoolean isOver = new AtomicBoolean();
        Thread clerk = new Thread(() -> {
            for (int number = 1000; !isOver.get(); number++) {
                city.registerLonely(number);
            }
        });
        clerk.start();
        Random dice = new Random(7);
        for (int kill = 0; kill < KILLS; kill++) {
            Process follower = follow(copy);
            follower.waitFor(400 + dice.nextInt(900), TimeUnit.MILLISECONDS);
            follower.destroyForcibly().waitFor();
        }
        isOver.set(true);
        clerk.join();
        assertThat(follow(copy, "--once").waitFor()).isZero();
        Path undisturbed = folder.resolve("undisturbed.ndjson");
        assertThat(follow(undisturbed, "--once").waitFor()).isZero();
        assertThat(copy).hasSameBinaryContentAs(undisturbed);
        assertThat(Files.lines(copy).count()).isGreaterThan(100);
    }

    /** The command itself in a process of its own. */
    private static Process follow(Path copy, String... options) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.diachi.cli.Main",
                "follow",
                "--to",
                copy.toString(),
                "--from",
                Http.base());
        command.command().addAll(List.of(options));
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void cutsOffAnUnfinishedLine() throws Exception {
        Path copy = folder.resolve("cut.ndjson");
        try (CopyFile file = CopyFile.open(copy)) {
            new Follower(URI.create(Http.base()), file).catchUp();
        }
        byte[] whole = Files.readAllBytes(copy);
        long[] lengths = {0, 1, whole.length / 2, whole.length - 1};
        for (long length : lengths) {
            byte[] part = java.util.Arrays.copyOf(whole, (int) length);
            Files.write(copy, part);
            try (CopyFile file = CopyFile.open(copy)) {
                new Follower(URI.create(Http.base()), file).catchUp();
            }
            assertThat(Files.readAllBytes(copy)).startsWith(whole);
        }
    }

    @Test
    void refusesAFileThatIsNoCopy() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear sir,\n");
        assertThatThrownBy(() -> CopyFile.open(letter)).hasMessageContaining("no copy of a change feed");
        assertThat(letter).hasContent("Dear sir,\n");
    }
}
