package dev.migrate.internal.mysql.sql;

import dev.migrate.internal.EncodedText;
import java.io.CharConversionException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Decodes texts that a server stores in the character set of the client that sent them. Stateless. */
public final class ServerCharsets {

    /** The encodings whose names in Java differ; a server's latin1 is that of Windows. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("big5", "Big5"),
            Map.entry("cp1250", "windows-1250"),
            Map.entry("cp1251", "windows-1251"),
            Map.entry("cp1256", "windows-1256"),
            Map.entry("cp1257", "windows-1257"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("eucjpms", "EUC-JP"),
            Map.entry("euckr", "EUC-KR"),
            Map.entry("gb2312", "GB2312"),
            Map.entry("gbk", "GBK"),
            Map.entry("greek", "ISO-8859-7"),
            Map.entry("hebrew", "ISO-8859-8"),
            Map.entry("koi8r", "KOI8-R"),
            Map.entry("koi8u", "KOI8-U"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin2", "ISO-8859-2"),
            Map.entry("latin5", "ISO-8859-9"),
            Map.entry("latin7", "ISO-8859-13"),
            Map.entry("sjis", "Shift_JIS"),
            Map.entry("tis620", "TIS-620"),
            Map.entry("ujis", "EUC-JP"));

    private ServerCharsets() {}

    /**
     * Decodes a definition in {@code SHOW CREATE}. MariaDB shows the bytes that the client has sent; MySQL converts them.
     *
     * @param bytes the definition
     * @param charset the server's name of the character set of that client
     */
    public static String decode(byte[] bytes, String charset) {
        try {
            return EncodedText.decode(bytes, StandardCharsets.UTF_8);
        } catch (CharConversionException e) {
            String name = NAMES.getOrDefault(charset.toLowerCase(Locale.ROOT), "ISO-8859-1");
            return new String(bytes, Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1);
        }
    }
}
