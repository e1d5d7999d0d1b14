package netsight.async;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectOutputStream;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "netsight.async", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String INTERNAL = "netsight.async.internal.";

    @ArchTest
    static final ArchRule captureHandsOn = only("capture", "dispatch", "run", "fetch", "store", "setup");

    @ArchTest
    static final ArchRule dispatchHandsOn = only("dispatch", "run", "store", "setup");

    @ArchTest
    static final ArchRule runKnowsTheStore = only("run", "store", "setup");

    @ArchTest
    static final ArchRule fetchKnowsRunAndStore = only("fetch", "run", "store", "setup");

    @ArchTest
    static final ArchRule storeKnowsNobody = only("store", "setup");

    @ArchTest
    static final ArchRule setupKnowsNobody = only("setup");

    @ArchTest
    static final ArchRule onlyTheStoreTouchesPersistence = onlyIn(
            "store..", resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql.."));

    @ArchTest
    static final ArchRule onlyDispatchTouchesManagedExecutors =
            onlyIn("dispatch..", resideInAnyPackage("jakarta.enterprise.concurrent..", "jakarta.jms.."));

    @ArchTest
    static final ArchRule onlyItsEngineTouchesResteasy =
            onlyIn("run.resteasy..", resideInAnyPackage("org.jboss.resteasy.."));

    @ArchTest
    static final ArchRule facesHandsOn = only("faces", "capture", "dispatch", "run", "fetch", "store", "setup");

    /** Others would be loaded where the server has none. */
    @ArchTest
    static final ArchRule onlyThePageTouchesFaces = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(INTERNAL + "faces.FacesPage")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.faces..");

    @ArchTest
    static final ArchRule theSeamIsNotPassedBy = noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL + "run.resteasy..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(INTERNAL + "run.resteasy..")
            .because("it is loaded by name, where that runtime is");

    @ArchTest
    static final ArchRule namesAreSteps = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)($|\\$.*)")
            .because("a class is named after its step, not after its pattern");

    @ArchTest
    static final ArchRule nothingIsSerialised = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectOutputStream.class)
            .because("a failure, a request and a response are stored as text and bytes");

    /** Of our own packages a step may use these, besides itself and the API. */
    private static ArchRule only(String step, String... others) {
        String[] allowed = Stream.concat(Stream.of(step), Stream.of(others))
                .map(name -> INTERNAL + name + "..")
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> ours = resideInAnyPackage("netsight.async.internal..");
        return noClasses()
                .that()
                .resideInAPackage(INTERNAL + step + "..")
                .should()
                .dependOnClassesThat(ours.and(not(resideInAnyPackage(allowed))));
    }

    private static ArchRule onlyIn(String step, DescribedPredicate<JavaClass> what) {
        DescribedPredicate<JavaClass> elsewhere =
                describe("are outside of " + step, type -> !resideInAnyPackage(INTERNAL + step)
                        .test(type));
        return noClasses().that(elsewhere).should().dependOnClassesThat(what);
    }
}
