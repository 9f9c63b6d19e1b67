package dev.migrate.internal.codegen;

import dev.migrate.schema.Literal;
import java.math.BigDecimal;
import java.util.List;

/** Generates the Java value for an SQL constant. */
final class ValueCode implements Literal.Visitor<Code> {

    private final Imports imports;

    ValueCode(Imports imports) {
        this.imports = imports;
    }

    /** The values as the last arguments of a varargs method. */
    List<Code> values(List<Literal> literals) {
        if (literals.size() == 1 && literals.get(0) instanceof Literal.Null) {
            return List.of(new RawCode("(Object) null"));
        }
        return literals.stream().map(literal -> literal.accept(this)).toList();
    }

    @Override
    public Code nothing(Literal.Null literal) {
        return new RawCode("null");
    }

    @Override
    public Code text(Literal.Text literal) {
        return new StringCode(literal.value());
    }

    @Override
    public Code number(Literal.Numeric literal) {
        BigDecimal value = literal.value();
        if (value.scale() == 0 && value.precision() <= 18) {
            long number = value.longValueExact();
            return new RawCode(number + (number == (int) number ? "" : "L"));
        }
        String asDouble = Double.toString(value.doubleValue());
        boolean isExact = isSame(value, asDouble);
        return isExact ? new RawCode(asDouble) : MethodChain.of("new " + imports.type(BigDecimal.class), text(value));
    }

    /** With all decimal places, because they are part of the number's type. */
    private static boolean isSame(BigDecimal value, String asDouble) {
        if (!Double.isFinite(value.doubleValue())) {
            return false;
        }
        BigDecimal read = new BigDecimal(asDouble);
        return read.compareTo(value) == 0 && read.scale() == value.scale();
    }

    private static Code text(BigDecimal value) {
        return new StringCode(value.toString());
    }

    @Override
    public Code truth(Literal.Truth literal) {
        return new RawCode(Boolean.toString(literal.value()));
    }

    @Override
    public Code bytes(Literal.Bytes literal) {
        return MethodChain.of("new " + imports.type(Literal.class) + ".Bytes", new StringCode(literal.hex()));
    }
}
