package org.mediarouter;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom, and what keeps the core pure. Packages that use others as needed (cli, console) have no row. */
class ArchitectureTest {

    private static final String ROOT = "org.mediarouter";
    private static final String[] PURE = {ROOT + ".message..", ROOT + ".agent..", ROOT + ".task..", ROOT + ".routing.."
    };

    private static JavaClasses program;

    @BeforeAll
    static void readTheProgram() {
        program = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
        assertThat(program).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} knows {1}")
    @CsvSource(
            nullValues = "nothing",
            value = {
                "message,       nothing",
                "agent,         message",
                "task,          message",
                "routing,       agent task",
                "assignment,    message agent task routing",
                "communication, message agent task routing assignment",
                "engine,        message agent task routing assignment",
                "directory,     message agent routing",
                "finesse,       message agent directory",
                "cluster,       message agent task",
                "broker,        nothing",
                "route,         message agent task routing assignment communication engine directory finesse cluster broker",
                "arrivals,      nothing",
                "chatserver,    message arrivals",
                "simulation,    message agent task routing arrivals",
                "fakefinesse,   nothing",
                "fakeumm,       nothing",
            })
    void knowsOnlyThePackagesItMayKnow(String capability, String others) {
        var allowed = new ArrayList<>(List.of(ROOT + "." + capability + ".."));
        if (others != null) {
            for (String other : others.split(" ")) {
                allowed.add(ROOT + "." + other + "..");
            }
        }
        classes()
                .that()
                .resideInAPackage(ROOT + "." + capability + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(allowed.toArray(String[]::new))))
                .allowEmptyShould(true)
                .check(program);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.apache.camel..", "jakarta.jms..", "javax.jms..", "com.hazelcast.."})
    void theCoreAndTheSimulatorKnowNoMiddleware(String middleware) {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .or()
                .resideInAnyPackage(ROOT + ".simulation..", ROOT + ".arrivals..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(middleware)
                .allowEmptyShould(true)
                .check(program);
    }

    @Test
    void theCoreHasNoClockThreadOrRandom() {
        Set<String> types = Set.of(
                "java.time.Clock",
                "java.time.InstantSource",
                "java.lang.Thread",
                "java.util.Timer",
                "java.util.Random",
                "java.util.SplittableRandom",
                "java.util.concurrent.ThreadLocalRandom",
                "java.util.concurrent.Executor",
                "java.util.concurrent.ExecutorService",
                "java.util.concurrent.ScheduledExecutorService",
                "java.util.concurrent.CompletableFuture",
                "java.security.SecureRandom");
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are a clock, a thread or a source of random numbers", type -> types.contains(type.getName())))
                .allowEmptyShould(true)
                .check(program);
        classes()
                .that()
                .resideInAnyPackage(PURE)
                .should(readNoClockAndNoRandom())
                .allowEmptyShould(true)
                .check(program);
    }

    @Test
    void onlyRoutesKnowTheExchange() {
        noClasses()
                .that(resideInAPackage(ROOT + "..").and(resideOutsideOfPackage(ROOT + ".route..")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.apache.camel.Exchange")
                .check(program);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Common)")
                .check(program);
    }

    @Test
    void eachPackageSaysItsPurpose() {
        var silent = new TreeSet<String>();
        for (JavaClass type : program) {
            if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                silent.add(type.getPackageName());
            }
        }
        assertThat(silent)
                .as("packages without a @NullMarked package-info.java")
                .isEmpty();
    }

    private static ArchCondition<JavaClass> readNoClockAndNoRandom() {
        Set<String> members = Set.of(
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.util.UUID.randomUUID",
                "java.lang.Math.random");
        return new ArchCondition<>("read no clock and no random number") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    String owner = access.getTargetOwner().getName();
                    String name = access.getName();
                    boolean now = owner.startsWith("java.time.") && name.equals("now");
                    if (now || members.contains(owner + "." + name)) {
                        events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                    }
                }
            }
        };
    }
}
