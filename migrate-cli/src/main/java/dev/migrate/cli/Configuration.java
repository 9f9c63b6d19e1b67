package dev.migrate.cli;

import dev.migrate.journal.EditPolicy;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.TableLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;

/**
 * The contents of {@code migrate.properties}, if the file exists. Keys in the section of the selected environment
 * override keys outside of all sections; an empty value removes a value outside of the sections. Values are evaluated
 * on access, so that an unset variable affects only the commands that need it. Immutable.
 */
final class Configuration {

    static final String FILE_NAME = "migrate.properties";

    private static final String ENVIRONMENTS = "env.";

    private final Optional<Path> file;
    private final List<Section> sections;
    private final Variables variables;
    private final Path workingFolder;
    private final TrustedFolders trusted;

    private Configuration(
            Optional<Path> file,
            List<Section> sections,
            Variables variables,
            Path workingFolder,
            TrustedFolders trusted) {
        this.file = file;
        this.sections = sections;
        this.variables = variables;
        this.workingFolder = workingFolder;
        this.trusted = trusted;
    }

    /**
     * Reads the file.
     *
     * @param given the file that was specified; without it, the file is searched in the working directory and its
     *     parents, and used if no other user can change it
     * @param environment the selected section, or null for none
     * @param workingFolder the working directory, absolute
     * @param variables the environment variables
     * @return the configuration; empty if there is no file
     */
    static Configuration read(
            Optional<Path> given, Optional<String> environment, Path workingFolder, Map<String, String> variables) {
        TrustedFolders trusted = given.isPresent() ? TrustedFolders.all() : TrustedFolders.in(variables);
        Optional<PropertiesFile> read = given.map(workingFolder::resolve)
                .or(() -> PropertiesFile.find(FILE_NAME, workingFolder).map(trusted::checked))
                .map(PropertiesFile::read);
        if (read.isEmpty() && environment.isPresent()) {
            throw new UsageException("There is no environment " + environment.get() + ", because there is no "
                    + FILE_NAME + " in " + workingFolder + " or its parents. Create one with: migrate scaffold.");
        }
        List<Section> sections =
                read.map(properties -> sections(properties, environment)).orElse(List.of());
        return new Configuration(
                read.map(PropertiesFile::path), sections, new Variables(variables), workingFolder, trusted);
    }

    private static List<Section> sections(PropertiesFile properties, Optional<String> environment) {
        SortedMap<String, String> plain = new TreeMap<>();
        SortedMap<String, SortedMap<String, String>> environments = new TreeMap<>();
        properties.values().forEach((key, value) -> {
            int dot = key.indexOf('.', ENVIRONMENTS.length());
            boolean isInSection = key.startsWith(ENVIRONMENTS) && dot > ENVIRONMENTS.length();
            String word = isInSection ? key.substring(dot + 1) : key;
            if (!Key.isKnown(word)) {
                throw unknown(key, word, properties.path());
            }
            if (isInSection) {
                environments
                        .computeIfAbsent(key.substring(ENVIRONMENTS.length(), dot), name -> new TreeMap<>())
                        .put(word, value);
            } else {
                plain.put(word, value);
            }
        });
        List<Section> sections = new ArrayList<>();
        environment.ifPresent(name -> {
            if (!environments.containsKey(name)) {
                throw unknownEnvironment(name, environments.keySet(), properties.path());
            }
            sections.add(new Section(ENVIRONMENTS + name + ".", environments.get(name)));
        });
        sections.add(new Section("", plain));
        return sections;
    }

    private static UsageException unknown(String key, String word, Path file) {
        String prefix = key.substring(0, key.length() - word.length());
        return new UsageException("Unknown key " + key + " in " + file + ". "
                + Key.nearest(word)
                        .map(nearest -> "Did you mean " + prefix + nearest + "?")
                        .orElse("The keys are " + String.join(", ", Key.words()) + ", " + Key.HIBERNATE + "SETTING, "
                                + Key.LINT + "RULE, " + Key.PLACEHOLDER + "NAME, " + Key.PLACEHOLDER_IN_QUOTES
                                + "NAME."));
    }

    private static UsageException unknownEnvironment(String name, Collection<String> known, Path file) {
        return new UsageException("There is no environment " + name + " in " + file + ". "
                + (known.isEmpty()
                        ? "No environment is defined; a line " + ENVIRONMENTS + name + ".url = ... defines it."
                        : "Available: " + String.join(", ", known) + "."));
    }

    /** The value of a key, with variables replaced. */
    Optional<String> text(Key key) {
        return section(key).filter(section -> !section.isEmpty(key)).map(section -> {
            String value = section.value(key);
            return key.hasPlaceholders() ? value : variables.replacedIn(where(section, key.word()), value);
        });
    }

    /** The elements of a comma-separated value. */
    List<String> list(Key key) {
        return text(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A path; a relative one is resolved against the folder of the file. */
    Optional<Path> path(Key key) {
        return text(key).map(Path::of).map(this::placed);
    }

    /** Comma-separated paths. */
    List<Path> paths(Key key) {
        return list(key).stream().map(Path::of).map(this::placed).toList();
    }

    /** Resolves a relative path against the folder of the file, and checks who can change what it denotes. */
    Path placed(Path path) {
        Path folder = file.map(Path::getParent).orElse(workingFolder);
        Path placed = folder.resolve(path).normalize();
        file.ifPresent(names -> trusted.check(placed, names));
        // As short as a user would write it.
        return placed.startsWith(workingFolder) ? workingFolder.relativize(placed) : placed;
    }

    /** A duration in seconds. */
    Optional<Duration> seconds(Key key) {
        return converted(key, new Seconds());
    }

    /** A number that is not negative. */
    Optional<Integer> number(Key key) {
        return converted(key, new Count());
    }

    /** A lock on a table. */
    Optional<TableLock> lock(Key key) {
        return converted(key, new LimitOptions.Lock());
    }

    /** An algorithm that changes a table. */
    Optional<DdlAlgorithm> algorithm(Key key) {
        return converted(key, new LimitOptions.Algorithm());
    }

    /** What a run does if applied migrations have changed. */
    Optional<EditPolicy> editPolicy(Key key) {
        return converted(key, new EditPolicyConverter());
    }

    private <T> Optional<T> converted(Key key, ITypeConverter<T> converter) {
        return text(key).map(text -> {
            try {
                return converter.convert(text);
            } catch (Exception e) {
                throw new UsageException(where(key) + ": " + e.getMessage() + ".");
            }
        });
    }

    /** A boolean. */
    Optional<Boolean> flag(Key key) {
        return text(key).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new UsageException(where(key) + ": '" + text + "' is neither true nor false.");
        });
    }

    /** The values of all keys with a prefix, by key. */
    SortedMap<String, String> prefixed(String prefix) {
        SortedMap<String, String> settings = new TreeMap<>();
        for (int i = sections.size() - 1; i >= 0; i--) {
            Section section = sections.get(i);
            section.values().tailMap(prefix).forEach((name, value) -> {
                if (value.isEmpty()) {
                    settings.remove(name);
                } else if (name.startsWith(prefix)) {
                    settings.put(name, variables.replacedIn(where(section, name), value));
                }
            });
        }
        return settings;
    }

    /** The key that is set among mutually exclusive ones; keys in the section of the environment come first. */
    Optional<Key> oneOf(Key... keys) {
        for (Section section : sections) {
            List<Key> given = Arrays.stream(keys).filter(section::has).toList();
            List<Key> selected =
                    given.stream().filter(key -> !section.isEmpty(key)).toList();
            if (selected.size() > 1) {
                throw new UsageException(where(section, selected.get(0).word()) + " and "
                        + selected.get(1).word() + " are mutually exclusive: remove one.");
            }
            if (!given.isEmpty()) {
                return selected.stream().findFirst();
            }
        }
        return Optional.empty();
    }

    /** The section whose value applies. */
    private Optional<Section> section(Key key) {
        return sections.stream().filter(section -> section.has(key)).findFirst();
    }

    private String where(Key key) {
        return section(key).map(section -> where(section, key.word())).orElse(key.word());
    }

    /** The location of a key, as the beginning of a sentence. */
    private String where(Section section, String word) {
        return "The key " + section.prefix() + word + " in "
                + file.map(Path::toString).orElse(FILE_NAME);
    }

    /** Keys with a prefix: those of an environment, or those outside of all sections. */
    private record Section(String prefix, SortedMap<String, String> values) {

        boolean has(Key key) {
            return values.containsKey(key.word());
        }

        String value(Key key) {
            return values.getOrDefault(key.word(), "");
        }

        boolean isEmpty(Key key) {
            return value(key).isEmpty();
        }
    }
}
