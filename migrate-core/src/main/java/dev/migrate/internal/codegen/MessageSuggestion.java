package dev.migrate.internal.codegen;

import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateEvent;
import dev.migrate.operation.CreateRoutine;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateTrigger;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropEvent;
import dev.migrate.operation.DropRoutine;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.DropTrigger;
import dev.migrate.operation.DropView;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.OperationVisitor;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.TableChange;

/** Suggests a message for an operation: the name of the affected table or other object. Stateless. */
final class MessageSuggestion implements OperationVisitor<String> {

    @Override
    public String createTable(CreateTable operation) {
        return operation.table().name();
    }

    @Override
    public String dropTable(DropTable operation) {
        return operation.table();
    }

    @Override
    public String renameTable(RenameTable operation) {
        return operation.from();
    }

    @Override
    public String changeTable(TableChange operation) {
        return operation.table();
    }

    @Override
    public String alterTable(AlterTable operation) {
        return operation.table();
    }

    @Override
    public String createView(CreateView operation) {
        return operation.view().name();
    }

    @Override
    public String dropView(DropView operation) {
        return operation.name();
    }

    @Override
    public String createTrigger(CreateTrigger operation) {
        return operation.trigger().name();
    }

    @Override
    public String dropTrigger(DropTrigger operation) {
        return operation.name();
    }

    @Override
    public String createRoutine(CreateRoutine operation) {
        return operation.routine().name();
    }

    @Override
    public String dropRoutine(DropRoutine operation) {
        return operation.name();
    }

    @Override
    public String createEvent(CreateEvent operation) {
        return operation.event().name();
    }

    @Override
    public String dropEvent(DropEvent operation) {
        return operation.name();
    }

    @Override
    public String createSequence(CreateSequence operation) {
        return operation.sequence().name();
    }

    @Override
    public String alterSequence(AlterSequence operation) {
        return operation.sequence().name();
    }

    @Override
    public String dropSequence(DropSequence operation) {
        return operation.name();
    }

    @Override
    public String insertRows(InsertRows operation) {
        return operation.table();
    }

    @Override
    public String executeSql(ExecuteSql operation) {
        return "statements";
    }

    @Override
    public String executeScript(ExecuteScript operation) {
        return "scripts";
    }

    @Override
    public String runCode(RunCode operation) {
        return "code";
    }
}
