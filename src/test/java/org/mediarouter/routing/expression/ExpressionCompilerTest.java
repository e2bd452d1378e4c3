package org.mediarouter.routing.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediarouter.routing.model.Attribute;
import org.mediarouter.routing.model.AttributeType;

class ExpressionCompilerTest {
    private static final Attribute GERMAN = new Attribute("German", AttributeType.BOOLEAN, false);
    private static final Attribute SKILL = new Attribute("Skill", AttributeType.PROFICIENCY, 1);

    @Test
    void theSameTextIsCompiledOnceWhateverElseIsConfigured() {
        assertThat(step("German && task.vip == true", GERMAN, SKILL))
                .isInstanceOf(Compiled.Right.class)
                .isSameAs(step("German && task.vip == true", GERMAN));
        assertThat(skipIf("queue.waiting > 17")).isSameAs(skipIf("queue.waiting > 17"));
    }

    @Test
    void whatIsRightForOneConfigurationMayBeWrongForAnother() {
        assertThat(step("Skill >= 3", SKILL)).isInstanceOf(Compiled.Right.class);
        assertThat(step("Skill >= 3", GERMAN)).isInstanceOf(Compiled.Wrong.class);
        assertThat(step("Skill >= 3", new Attribute("Skill", AttributeType.BOOLEAN, false)))
                .isInstanceOf(Compiled.Wrong.class);
    }

    @Test
    void anAttributeThatHasBecomeAProficiencyCountsAsOne() {
        StepExpression equal = right(step("Level == Level", new Attribute("Level", AttributeType.BOOLEAN, false)));
        StepExpression proficient = right(step("Level == Level", new Attribute("Level", AttributeType.PROFICIENCY, 1)));
        assertThat(equal.proficiencies()).isEmpty();
        assertThat(proficient.proficiencies()).containsExactly("Level");
        assertThat(proficient.matches(Map.of("Level", 4), Map.of())).isTrue();
    }

    private static Compiled<StepExpression> step(String text, Attribute... attributes) {
        return new ExpressionCompiler(List.of(attributes)).step(text);
    }

    private static Compiled<SkipCondition> skipIf(String text) {
        return new ExpressionCompiler(List.of()).skipIf(text);
    }

    private static StepExpression right(Compiled<StepExpression> compiled) {
        return ((Compiled.Right<StepExpression>) compiled).expression();
    }
}
