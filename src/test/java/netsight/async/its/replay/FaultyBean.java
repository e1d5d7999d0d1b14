package netsight.async.its.replay;

import jakarta.ejb.Stateless;

/** Its container wraps what it throws. */
@Stateless
public class FaultyBean {
    public void fail() {
        throw new IllegalStateException("secret of the bean");
    }
}
