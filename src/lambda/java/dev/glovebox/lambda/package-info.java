/** The binding to AWS Lambda: one handler for each function. {@code QUARKUS_LAMBDA_HANDLER} selects the handler. */
package dev.glovebox.lambda;
