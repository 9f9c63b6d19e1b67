package dev.migrate.internal.codegen;

/**
 * An indivisible expression: a number, a name, a constant.
 *
 * @param text the text
 */
record RawCode(String text) implements Code {

    @Override
    public String flat(int column) {
        return text;
    }

    @Override
    public void write(CodePrinter page, int indent, int tail) {
        page.add(text);
    }
}
