package netsight.async.internal.run;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.util.AnnotationLiteral;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import netsight.async.ProcessEvent;
import netsight.async.ProcessStatus;

/** Something that has happened to a process, as CDI tells it to an observer. */
record Happened(ProcessEvent.Type what, ProcessStatus status) implements EventContext<ProcessStatus>, EventMetadata {

    static Annotation qualifier(ProcessEvent.Type what) {
        return new Literal(what);
    }

    @Override
    public ProcessStatus getEvent() {
        return status;
    }

    @Override
    public EventMetadata getMetadata() {
        return this;
    }

    @Override
    public Set<Annotation> getQualifiers() {
        return Set.of(qualifier(what), Any.Literal.INSTANCE);
    }

    /** None: it is not fired from anybody's {@code Event}. */
    @Override
    public InjectionPoint getInjectionPoint() {
        return null;
    }

    @Override
    public Type getType() {
        return ProcessStatus.class;
    }

    private static final class Literal extends AnnotationLiteral<ProcessEvent> implements ProcessEvent {
        private static final long serialVersionUID = 1L;

        private final Type value;

        Literal(Type value) {
            this.value = value;
        }

        @Override
        public Type value() {
            return value;
        }
    }
}
