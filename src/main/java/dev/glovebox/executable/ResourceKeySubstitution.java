package dev.glovebox.executable;

import java.util.function.BooleanSupplier;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * The key by which GraalVM 25 finds resources, a record. A record's {@code equals} is put together of method handles, which an
 * executable interprets; a look-up compares dozens of keys, for each module of the JDK. Each search for configuration, services
 * or the AWS SDK's files so takes a millisecond of a cold start, which has ten of them. Its {@code hashCode} is compiled, and
 * stays: the table was filled with it.
 */
@TargetClass(className = "com.oracle.svm.core.jdk.Resources$ModuleInstanceResourceKey", onlyWith = ResourceKeySubstitution.IsThere.class)
final class ResourceKeySubstitution {

    /** Other releases have other keys. */
    static final class IsThere implements BooleanSupplier {

        @Override
        public boolean getAsBoolean() {
            try {
                Class.forName("com.oracle.svm.core.jdk.Resources$ModuleInstanceResourceKey", false,
                        ClassLoader.getSystemClassLoader());
                return true;
            } catch (ClassNotFoundException other) {
                return false;
            }
        }
    }

    @Alias
    private Module module;
    @Alias
    private String resource;

    @Substitute
    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceKeySubstitution that && module == that.module && resource.equals(that.resource);
    }
}
