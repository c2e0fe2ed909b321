// SPDX-License-Identifier: Apache-2.0
package daybook.ops.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The arrows of the house hold; and each rule is seen to fail over a crooked house. */
class ArchitectureTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("daybook");
  private static final JavaClasses CROOKED = new ClassFileImporter().importPackages("crooked");

  @TestFactory
  Stream<DynamicTest> theHouseStands() {
    return HouseRules.of("daybook").entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(HOUSE)));
  }

  @TestFactory
  Stream<DynamicTest> eachRuleCanFail() {
    return HouseRules.of("crooked").entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(rule.getKey() + " (broken)", () -> fails(rule.getValue())));
  }

  private static void fails(ArchRule rule) {
    assertThat(rule.evaluate(CROOKED).hasViolation()).isTrue();
  }
}
