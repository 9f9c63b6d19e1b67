package dev.migrate.generate;

/**
 * Something that is never taken apart: a number, a name, a constant.
 *
 * @param text the text
 */
record Plain(String text) implements Code {

    @Override
    public String flat(int column) {
        return text;
    }

    @Override
    public void write(Page page, int indent, int tail) {
        page.add(text);
    }
}
