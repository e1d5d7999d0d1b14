package netsight.async.demo;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncView;

/** The same in Faces: a page with a form, the progress, and the result. */
@Named
@RequestScoped
public class FibonacciView extends BaseAsyncView {
    private static final long serialVersionUID = 1L;

    @NotNull
    @Min(1)
    @Max(Fibonacci.MOST)
    private Integer position;

    @Override
    public String run(AsyncProcess process) throws InterruptedException {
        String value = Fibonacci.grouped(Fibonacci.fibonacci(position, process));
        return "The " + Fibonacci.ordinal(position) + " number in the fibonacci sequence is " + value;
    }

    public Integer getPosition() {
        return position;
    }

    public void setPosition(Integer position) {
        this.position = position;
    }
}
