package netsight.async.its.bench.jmh;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import netsight.async.AsyncProcess;
import netsight.async.ProcessStatus;
import netsight.async.Processes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What applications call in loops, as they call it. Inside of the server: the beans are the server's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ApiCalls {
    private static final int ELEMENTS = 10_000;

    private final List<Integer> elements = IntStream.range(0, ELEMENTS).boxed().toList();
    private final Processes processes = CDI.current().select(Processes.class).get();
    private final AsyncProcess process = Measured.process();
    private final String id = process.id();
    private int calls;

    /** No two in turn are alike: each call is a change. */
    @Benchmark
    public void setProgress() {
        calls = (calls + 1) % 1000;
        process.setProgress(calls / 10.0);
    }

    @Benchmark
    public ProcessStatus find() {
        return processes.find(id);
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public void tracked(Blackhole hole) {
        for (Integer element : process.track(elements)) {
            hole.consume(element);
        }
    }

    @Benchmark
    @OperationsPerInvocation(ELEMENTS)
    public void untracked(Blackhole hole) {
        for (Integer element : elements) {
            hole.consume(element);
        }
    }
}
