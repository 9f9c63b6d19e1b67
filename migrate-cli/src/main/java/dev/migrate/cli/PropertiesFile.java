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
 * @param values the values by key, without leading and trailing blanks
 */
record PropertiesFile(Path path, SortedMap<String, String> values) {

    /** The byte order mark that some editors write. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    PropertiesFile {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Searches a folder and its parents, as git does. */
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
            throw new UsageException("The configuration file does not exist: " + file + ".");
        } catch (CharacterCodingException e) {
            throw new UsageException("The configuration file " + file + " is not encoded in UTF-8.");
        } catch (IOException e) {
            throw new UsageException("The configuration file " + file + " cannot be read (" + e + ").");
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "The configuration file " + file + " contains a \\u without four hexadecimal digits.");
        }
        SortedMap<String, String> values = new TreeMap<>();
        read.stringPropertyNames()
                .forEach(key -> values.put(key, read.getProperty(key).strip()));
        return new PropertiesFile(file.toAbsolutePath().normalize(), values);
    }

    /** A duplicate key would otherwise lose a value silently. */
    private static final class Once extends Properties {

        private static final long serialVersionUID = 1;

        private final transient Path file;

        Once(Path file) {
            this.file = file;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new UsageException("The configuration file " + file + " contains the key " + key + " twice.");
            }
            return super.put(key, value);
        }
    }
}
