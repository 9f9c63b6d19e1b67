package dev.migrate.revision;

import dev.migrate.error.RevisionException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses target expressions: {@code target = place | [place] ":" [place]},
 * {@code place = [name "@"] [word | name] [("+" | "-") digits]}, with at least one of the last two parts.
 */
public final class TargetParser {

    private static final Pattern PLACE = Pattern.compile("(.*?)([+-][0-9]+)?", Pattern.DOTALL);

    private static final Target.Visitor<Target.Place> ONLY_PLACES = new Target.Visitor<>() {
        @Override
        public Target.Place place(Target.Place place) {
            return place;
        }

        @Override
        public Target.Place range(Target.Range range) {
            throw RevisionErrors.rangeNotAllowed(range.expression());
        }
    };

    private static final Target.Visitor<Target.Range> ONLY_RANGES = new Target.Visitor<>() {
        @Override
        public Target.Range place(Target.Place place) {
            throw RevisionErrors.syntax(place.expression(), "it is not a range; write a:b, a: or :b");
        }

        @Override
        public Target.Range range(Target.Range range) {
            return range;
        }
    };

    private final String expression;

    private TargetParser(String expression) {
        this.expression = expression;
    }

    /**
     * Parses an expression.
     *
     * @param expression any text; leading and trailing blanks are ignored
     * @return the target
     * @throws RevisionException if the expression is invalid
     */
    public static Target parse(String expression) {
        return new TargetParser(expression).target();
    }

    /**
     * Parses an expression for a place.
     *
     * @param expression any text; leading and trailing blanks are ignored
     * @return the place
     * @throws RevisionException if the expression is invalid or is a range
     */
    public static Target.Place place(String expression) {
        return parse(expression).accept(ONLY_PLACES);
    }

    /**
     * Parses an expression for a range.
     *
     * @param expression any text; leading and trailing blanks are ignored
     * @return the range
     * @throws RevisionException if the expression is invalid or is not a range
     */
    public static Target.Range range(String expression) {
        return parse(expression).accept(ONLY_RANGES);
    }

    private Target target() {
        String text = expression.strip();
        int colon = text.indexOf(':');
        if (colon < 0) {
            return onePlace(text);
        }
        if (text.indexOf(':', colon + 1) >= 0) {
            throw RevisionErrors.syntax(expression, "it has more than one colon");
        }
        return new Target.Range(side(text.substring(0, colon)), side(text.substring(colon + 1)));
    }

    private Optional<Target.Place> side(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(onePlace(text.strip()));
    }

    private Target.Place onePlace(String text) {
        int at = text.indexOf('@');
        Optional<String> branch = at < 0 ? Optional.empty() : Optional.of(name(text.substring(0, at), "branch"));
        String rest = text.substring(at + 1);
        Matcher matcher = PLACE.matcher(rest);
        if (rest.isEmpty() || !matcher.matches()) {
            throw RevisionErrors.syntax(expression, at < 0 ? "it is empty" : "nothing follows the @");
        }
        String steps = matcher.group(2);
        return new Target.Place(branch, anchor(matcher.group(1)), steps == null ? 0 : steps(steps));
    }

    private Anchor anchor(String text) {
        return switch (text) {
            case "", RevisionNames.CURRENT -> new Anchor.Current();
            case RevisionNames.BASE -> new Anchor.Base();
            case RevisionNames.HEAD -> new Anchor.Head();
            case RevisionNames.HEADS -> new Anchor.Heads();
            default -> new Anchor.Named(name(text, "name"));
        };
    }

    /** A label prefix may end in a hyphen, so only characters that no name can contain are rejected. */
    private String name(String text, String what) {
        String problem = RevisionNames.problemOfPrefix(text);
        if (problem != null) {
            throw RevisionErrors.syntax(expression, "the " + what + " " + problem);
        }
        return text;
    }

    private int steps(String text) {
        try {
            return Math.negateExact(Math.negateExact(Integer.parseInt(text)));
        } catch (NumberFormatException | ArithmeticException tooLarge) {
            throw RevisionErrors.syntax(expression, "the number of steps is too large");
        }
    }
}
