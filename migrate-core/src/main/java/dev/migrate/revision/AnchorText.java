package dev.migrate.revision;

/** The text of an anchor. */
final class AnchorText implements Anchor.Visitor<String> {

    @Override
    public String base(Anchor.Base base) {
        return RevisionNames.BASE;
    }

    @Override
    public String head(Anchor.Head head) {
        return RevisionNames.HEAD;
    }

    @Override
    public String heads(Anchor.Heads heads) {
        return RevisionNames.HEADS;
    }

    @Override
    public String current(Anchor.Current current) {
        return RevisionNames.CURRENT;
    }

    @Override
    public String named(Anchor.Named named) {
        return named.name();
    }
}
