package netsight.async.readme;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncView;

// tag::greeting[]
@Named
@RequestScoped
public class Greeting extends BaseAsyncView {
    private String name;

    @Override
    public String run(AsyncProcess process) {
        process.setProgress(50);
        return "Hello " + name;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
// end::greeting[]
