@NullMarked
package dev.migrate.spring.boot.shop;

import org.jspecify.annotations.NullMarked;
