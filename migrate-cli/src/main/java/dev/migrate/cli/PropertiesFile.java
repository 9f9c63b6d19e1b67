package dev.migrate.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file of keys and values, in UTF-8. Immutable.
 *
 * @param path the file, absolute
 * @param values the values by their keys, without blanks around them
 */
record PropertiesFile(Path path, SortedMap<String, String> values) {

    /** Some editors put it in front of the text. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    PropertiesFile {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Looks in a folder and those above it, as git does. */
    static Optional<Path> find(String name, Path folder) {
        for (Path place = folder.toAbsolutePath().normalize(); place != null; place = place.getParent()) {
            if (Files.isRegularFile(place.resolve(name))) {
                return Optional.of(place.resolve(name));
            }
        }
        return Optional.empty();
    }

    static PropertiesFile read(Path file) {
        Once read = new Once(file);
        try {
            String text = Files.readString(file);
            read.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no configuration file " + file + ".");
        } catch (CharacterCodingException e) {
            throw new UsageException("The configuration file " + file + " is not in UTF-8.");
        } catch (IOException e) {
            throw new UsageException("The configuration file " + file + " cannot be read (" + e + ").");
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "The configuration file " + file + " has a \\u without four hexadecimal digits behind it.");
        }
        SortedMap<String, String> values = new TreeMap<>();
        read.stringPropertyNames()
                .forEach(key -> values.put(key, read.getProperty(key).strip()));
        return new PropertiesFile(file.toAbsolutePath().normalize(), values);
    }

    /** Of two values for one key, one would be lost without a word. */
    private static final class Once extends Properties {

        private static final long serialVersionUID = 1;

        private final transient Path file;

        Once(Path file) {
            this.file = file;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new UsageException("The configuration file " + file + " has the key " + key + " twice.");
            }
            return super.put(key, value);
        }
    }
}
