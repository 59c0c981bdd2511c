/** AWS Lambda: one handler for each function, chosen by {@code QUARKUS_LAMBDA_HANDLER}. */
package dev.glovebox.lambda;
