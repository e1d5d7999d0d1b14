package netsight.async.internal.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import netsight.async.AsyncProcess;
import netsight.async.BaseAsyncView;
import org.junit.jupiter.api.Test;

class ViewClassTest {
    // not public, so that the compiler gives the public classes below it a second run, which returns Object
    abstract static class Counting extends BaseAsyncView {
        private static final long serialVersionUID = 1L;

        @Override
        public Integer run(AsyncProcess process) {
            return 1;
        }
    }

    public static class Inherited extends Counting {
        private static final long serialVersionUID = 1L;
    }

    abstract static class Generic<A, R> extends BaseAsyncView {
        private static final long serialVersionUID = 1L;

        @Override
        public R run(AsyncProcess process) {
            return null;
        }

        public void run(A other) {}
    }

    abstract static class Lists<E> extends Generic<Integer, List<String>> {
        private static final long serialVersionUID = 1L;
    }

    abstract static class Renamed<X> extends Generic<String, X> {
        private static final long serialVersionUID = 1L;
    }

    public static class Texts extends Lists<Integer> {
        private static final long serialVersionUID = 1L;
    }

    public static class Numbers extends Renamed<Long> {
        private static final long serialVersionUID = 1L;
    }

    @SuppressWarnings("rawtypes")
    public static class Raw extends Generic {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void theResultIsWhatAnInheritedRunReturns() {
        assertThat(result(Counting.class)).isEqualTo(Integer.class);
        assertThat(result(Inherited.class)).isEqualTo(Integer.class);
    }

    @Test
    void aGenericResultIsWhatTheClassMakesOfIt() {
        assertThat(result(Numbers.class)).isEqualTo(Long.class);
        assertThat(result(Texts.class)).isInstanceOfSatisfying(ParameterizedType.class, list -> {
            assertThat(list.getRawType()).isEqualTo(List.class);
            assertThat(list.getActualTypeArguments()).containsExactly(String.class);
        });
        assertThat(result(Raw.class)).isEqualTo(Object.class);
    }

    private static Type result(Class<? extends BaseAsyncView> type) {
        return new ViewClass(type, null).result();
    }
}
