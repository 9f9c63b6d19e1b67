package dev.migrate.revision;

/** How an anchor is written. */
final class Spelled implements Anchor.Visitor<String> {

    @Override
    public String base(Anchor.Base base) {
        return Names.BASE;
    }

    @Override
    public String head(Anchor.Head head) {
        return Names.HEAD;
    }

    @Override
    public String heads(Anchor.Heads heads) {
        return Names.HEADS;
    }

    @Override
    public String current(Anchor.Current current) {
        return Names.CURRENT;
    }

    @Override
    public String named(Anchor.Named named) {
        return named.name();
    }
}
