package netsight.async.its;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

/** What {@link ProcessingPageIT} looks at: work that goes on when told to, on a server that fails when told to. */
final class ProcessingPageApp {
    private ProcessingPageApp() {}

    static final Class<?>[] CLASSES = {
        ProcessingPageApp.class,
        Api.class,
        Remote.class,
        Remote.Step.class,
        Hello.class,
        YearEndReport.class,
        Steps.class,
        StrictServer.class
    };

    @ApplicationPath("api")
    public static class Api extends Application {}

    @ApplicationScoped
    public static class Remote {
        record Step(Double progress, Long total, long done, String message, String log, boolean end, boolean die) {}

        private volatile BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
        private volatile boolean outage;

        void add(Step step) {
            steps.add(step);
        }

        /** The run that a failed test has left behind takes none of the next test's steps. */
        void reset() {
            BlockingQueue<Step> before = steps;
            steps = new LinkedBlockingQueue<>();
            outage = false;
            before.add(new Step(null, null, 0, null, null, true, false));
        }

        void outage(boolean on) {
            outage = on;
        }

        boolean outage() {
            return outage;
        }

        void follow(AsyncProcess process) throws InterruptedException {
            BlockingQueue<Step> own = steps;
            for (Step step = own.take(); !step.end(); step = own.take()) {
                if (step.die()) {
                    throw new IllegalStateException("secret reason");
                }
                if (step.progress() != null) {
                    process.setProgress(step.progress());
                }
                if (step.total() != null) {
                    process.total(step.total());
                    process.unit("rows");
                }
                process.advance(step.done());
                process.message(step.message());
                if (step.log() != null) {
                    process.log(step.log());
                }
            }
        }
    }

    @Path("hello")
    public static class Hello extends BaseAsyncResource {
        @Inject
        Remote remote;

        @Override
        protected Object run(AsyncProcess process) throws InterruptedException {
            remote.follow(process);
            return "Hello world!";
        }
    }

    @Path("report")
    public static class YearEndReport extends BaseAsyncResource {
        @Inject
        Remote remote;

        @Override
        protected Object run(AsyncProcess process) throws InterruptedException {
            remote.follow(process);
            return Response.ok("a,b\n1,2\n", "text/csv")
                    .header("Content-Disposition", "attachment; filename=\"report.csv\"")
                    .build();
        }
    }

    @Path("steps")
    public static class Steps {
        @Inject
        Remote remote;

        @POST
        public void step(
                @QueryParam("progress") Double progress,
                @QueryParam("total") Long total,
                @QueryParam("done") long done,
                @QueryParam("message") String message,
                @QueryParam("log") String log,
                @QueryParam("end") boolean end,
                @QueryParam("die") boolean die) {
            remote.add(new Remote.Step(progress, total, done, message, log, end, die));
        }

        @DELETE
        public void reset() {
            remote.reset();
        }

        @POST
        @Path("outage")
        public void outage(@QueryParam("on") boolean on) {
            remote.outage(on);
        }
    }

    @WebFilter(urlPatterns = "/*", asyncSupported = true)
    public static class StrictServer extends HttpFilter {
        private static final long serialVersionUID = 1L;

        @Inject
        transient Remote remote;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                            + " form-action 'self'; img-src 'self'");
            if (remote.outage() && request.getRequestURI().contains("/processes/")) {
                response.sendError(502, "Bad gateway");
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
