@NullMarked
package dev.migrate.spring.boot.shop.migrations;

import org.jspecify.annotations.NullMarked;
