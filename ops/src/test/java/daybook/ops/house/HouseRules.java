// SPDX-License-Identifier: Apache-2.0
package daybook.ops.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** The arrows of the house, for any root package, so that each can be seen to fail. */
final class HouseRules {
  private HouseRules() {}

  static Map<String, ArchRule> of(String root) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "domain uses the JDK alone",
        classes()
            .that()
            .resideInAPackage(root + ".domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(root + ".domain..", "java..", "javax.crypto.."));
    rules.put(
        "command-side knows the domain alone",
        noClasses()
            .that()
            .resideInAPackage(root + ".commandside..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                root + ".projections..", root + ".queryside..", root + ".ui..", root + ".ops.."));
    rules.put(
        "projections know the domain alone",
        noClasses()
            .that()
            .resideInAPackage(root + ".projections..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                root + ".commandside..", root + ".queryside..", root + ".ui..", root + ".ops.."));
    rules.put(
        "query-side never decides",
        noClasses()
            .that()
            .resideInAPackage(root + ".queryside..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(root + ".commandside..", root + ".ui..", root + ".ops.."));
    rules.put(
        "ui reaches neither doors nor stores",
        noClasses()
            .that()
            .resideInAPackage(root + ".ui..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(root + ".commandside..", root + ".ops..")
                    .or(resideInAPackage(root + ".projections..").and(not(readPort(root))))));
    rules.put(
        "nobody imports ops",
        noClasses()
            .that()
            .resideOutsideOfPackage(root + ".ops..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(root + ".ops.."));
    rules.put(
        "aggregates know neither doors nor policies",
        noClasses()
            .that()
            .resideInAnyPackage(
                root + ".commandside.enrollment..",
                root + ".commandside.aggregate..",
                root + ".commandside.certificate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                root + ".commandside.device..",
                root + ".commandside.operator..",
                root + ".commandside.policy..",
                root + ".commandside.apple..",
                root + ".commandside.ca..",
                root + ".commandside.door.."));
    rules.put(
        "the doors are entered from outside alone",
        noClasses()
            .that()
            .resideInAPackage(root + ".commandside..")
            .and()
            .resideOutsideOfPackages(
                root + ".commandside.device..",
                root + ".commandside.operator..",
                root + ".commandside.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                root + ".commandside.device..",
                root + ".commandside.operator..",
                root + ".commandside.policy.."));
    rules.put(
        "the simulator shares no class with the server",
        noClasses()
            .that()
            .resideInAPackage(root + ".ops.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                root + ".commandside..",
                root + ".projections..",
                root + ".queryside..",
                root + ".domain..",
                root + ".ui.."));
    rules.put(
        "only sealed sets of events extend DomainEvent",
        classes().that(interfaceBelow(root + ".domain.DomainEvent")).should(beSealedEventSets()));
    rules.put(
        "packages are free of cycles", slices().matching(root + ".(**)").should().beFreeOfCycles());
    return rules;
  }

  private static DescribedPredicate<JavaClass> readPort(String root) {
    String names = "(View|Views|AuditLog|AuditEntry|AuditFilter|DeviceQuery)";
    DescribedPredicate<JavaClass> named =
        nameMatching(root + "\\.projections\\..*" + names + "(\\$.*)?").forSubtype();
    return named.as("read ports");
  }

  private static DescribedPredicate<JavaClass> interfaceBelow(String type) {
    return new DescribedPredicate<>("are interfaces that extend DomainEvent") {
      @Override
      public boolean test(JavaClass candidate) {
        return candidate.isInterface()
            && candidate.isAssignableTo(type)
            && !candidate.getName().equals(type);
      }
    };
  }

  private static com.tngtech.archunit.lang.ArchCondition<JavaClass> beSealedEventSets() {
    return new com.tngtech.archunit.lang.ArchCondition<>("be sealed and end with Event") {
      @Override
      public void check(JavaClass item, com.tngtech.archunit.lang.ConditionEvents events) {
        boolean sealed = item.reflect().isSealed() && item.getSimpleName().endsWith("Event");
        events.add(
            new com.tngtech.archunit.lang.SimpleConditionEvent(
                item, sealed, item.getName() + " is " + (sealed ? "" : "not ") + "a sealed set"));
      }
    };
  }
}
