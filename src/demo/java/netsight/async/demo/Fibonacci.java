package netsight.async.demo;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncResource;

/** A form, progress on the way, and the initial page again with the result in it. */
@Path("fibonacci")
public class Fibonacci extends BaseAsyncResource {
    static final int MOST = 10_000;

    @Context
    private ServletContext servlets;

    @Override
    protected Object initialPage() {
        return form(Map.of());
    }

    @Override
    protected Object run(AsyncProcess process) throws InterruptedException {
        String number = parameter("number");
        if (number == null || !number.matches("[0-9]{1,5}") || !within(Integer.parseInt(number))) {
            String error = "Please give a whole number from 1 to " + grouped(MOST) + ".";
            return Response.status(400).entity(form(Map.of("error", error))).build();
        }
        int position = Integer.parseInt(number);
        String value = grouped(fibonacci(position, process));
        return form(Map.of("number", number, "result", Map.of("position", ordinal(position), "value", value)));
    }

    private static boolean within(int position) {
        return position >= 1 && position <= MOST;
    }

    /** The sum of the two before it; slowed down so that there is something to see. */
    static BigInteger fibonacci(int position, AsyncProcess process) throws InterruptedException {
        BigInteger last = BigInteger.ZERO;
        BigInteger next = BigInteger.ONE;
        for (int i = 1; i < position; i++) {
            BigInteger sum = last.add(next);
            last = next;
            next = sum;
            process.setProgress(100.0 * i / position);
            process.message(ordinal(i + 1) + " number");
            Thread.sleep(Math.max(1, 2000 / position));
        }
        return next;
    }

    static String ordinal(int n) {
        boolean teen = n % 100 / 10 == 1;
        String ending = teen ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
        return grouped(n) + ending;
    }

    static String grouped(Number number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private Object form(Map<String, ?> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put("base", servlets.getContextPath());
        model.put("max", MOST);
        return page("fibonacci.mustache", model);
    }
}
