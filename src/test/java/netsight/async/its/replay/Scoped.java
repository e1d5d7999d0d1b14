package netsight.async.its.replay;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import netsight.async.AsyncProcess;
import netsight.async.Background;

/** Beans of several scopes in a run, and the process injected into them. */
@Path("scoped")
public class Scoped {

    @ApplicationScoped
    public static class Ledger {
        private final AtomicInteger made = new AtomicInteger();
        private final AtomicInteger destroyed = new AtomicInteger();
        private final CyclicBarrier both = new CyclicBarrier(2);
        private final ConcurrentHashMap<String, CountDownLatch> gates = new ConcurrentHashMap<>();

        public int next() {
            return made.incrementAndGet();
        }

        public void gone() {
            destroyed.incrementAndGet();
        }

        public String state() {
            return made + "/" + destroyed;
        }

        public void meet() throws Exception {
            both.await(30, TimeUnit.SECONDS);
        }

        public CountDownLatch gate(String name) {
            return gates.computeIfAbsent(name, n -> new CountDownLatch(1));
        }
    }

    @RequestScoped
    public static class Slip {
        @Inject
        Ledger ledger;

        private int number;

        @PostConstruct
        void take() {
            number = ledger.next();
        }

        @PreDestroy
        void gone() {
            ledger.gone();
        }

        public int number() {
            return number;
        }
    }

    /** Shared code that reports whether or not anybody listens. */
    @ApplicationScoped
    public static class Service {
        @Inject
        AsyncProcess process;

        public String work(double percent, String message) {
            process.setProgress(percent);
            process.message(message);
            return process.id();
        }
    }

    @Inject
    private Slip slip;

    @Inject
    private Slip same;

    @Inject
    private Ledger ledger;

    @Inject
    private Service service;

    @Inject
    private AsyncProcess process;

    @Inject
    private HttpServletRequest request;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    /** Needs a second one at the same time. */
    @GET
    @Path("both/{name}")
    @Background
    public String both(@PathParam("name") String name) throws Exception {
        int before = slip.number();
        String id = service.work(50, name);
        ledger.meet();
        boolean mine = process.id().equals(id) && service.work(60, name).equals(id);
        boolean one = same.number() == before;
        ledger.meet();
        return before + " " + one + " " + mine + " " + request.getQueryString();
    }

    @GET
    @Path("ledger")
    public String ledger() {
        return ledger.state();
    }

    @POST
    @Path("gated/{gate}")
    @Background
    public String gated(@PathParam("gate") String gate, @QueryParam("percent") double percent) throws Exception {
        String id = service.work(percent, "at the gate");
        ledger.gate(gate).await(30, TimeUnit.SECONDS);
        return id;
    }

    @POST
    @Path("open/{gate}")
    public void open(@PathParam("gate") String gate) {
        ledger.gate(gate).countDown();
    }

    /** The same service without a process. */
    @GET
    @Path("foreground")
    public String foreground() {
        return service.work(50, "nobody listens")
                + process.progress()
                + process.current().id();
    }

    /** A background method that Java code just calls. */
    @GET
    @Path("called")
    public String called() throws Exception {
        ledger.gate("called").countDown();
        return String.valueOf(gated("called", 1));
    }

    @GET
    @Path("transaction")
    @Background
    @Transactional
    public String transaction() {
        return String.valueOf(transactions.getTransactionStatus() == Status.STATUS_ACTIVE);
    }

    @GET
    @Path("no-transaction")
    @Background
    public String noTransaction() {
        return String.valueOf(transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION);
    }
}
