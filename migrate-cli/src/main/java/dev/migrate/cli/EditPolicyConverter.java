package dev.migrate.cli;

import dev.migrate.journal.EditPolicy;

/** Parses what a run does if applied migrations have changed. Stateless. */
final class EditPolicyConverter extends ConstantConverter<EditPolicy> {

    EditPolicyConverter() {
        super(EditPolicy.values());
    }
}
