package dev.migrate.revision;

/** Lets places through and refuses ranges. */
final class OnlyPlace implements Target.Visitor<Target.Place> {

    @Override
    public Target.Place place(Target.Place place) {
        return place;
    }

    @Override
    public Target.Place range(Target.Range range) {
        throw new RangeNotAllowedException(range.expression());
    }
}
