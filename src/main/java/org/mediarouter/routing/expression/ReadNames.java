package org.mediarouter.routing.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that an expression reads.
 *
 * @param variables identifiers, qualified ones included
 * @param taskAttributes the NAME of each {@code task.NAME}; null where the expression uses {@code task} as a whole
 */
record ReadNames(Set<String> variables, @Nullable Set<String> taskAttributes) {

    static ReadNames of(CelAbstractSyntaxTree ast) {
        Set<String> variables = new HashSet<>();
        Set<String> taskAttributes = new HashSet<>();
        boolean[] whole = {false};
        ast.getReferenceMap().values().forEach(reference -> variables.add(reference.name()));
        CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.IDENT)
                .filter(node -> node.expr().ident().name().equals(ExpressionCompiler.TASK))
                .forEach(node -> attributeRead(node).ifPresentOrElse(taskAttributes::add, () -> whole[0] = true));
        return new ReadNames(variables, whole[0] ? null : taskAttributes);
    }

    /** {@code task.NAME}, {@code has(task.NAME)} or {@code task['NAME']}. */
    private static Optional<String> attributeRead(CelNavigableExpr task) {
        Optional<CelExpr> parent = task.parent().map(CelNavigableExpr::expr);
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        CelExpr expression = parent.get();
        if (expression.getKind() == Kind.SELECT) {
            return Optional.of(expression.select().field());
        }
        if (expression.getKind() == Kind.CALL
                && expression.call().function().equals("_[_]")
                && expression.call().args().size() == 2) {
            CelExpr index = expression.call().args().get(1);
            if (index.getKind() == Kind.CONSTANT && index.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
                return Optional.of(index.constant().stringValue());
            }
        }
        return Optional.empty();
    }
}
