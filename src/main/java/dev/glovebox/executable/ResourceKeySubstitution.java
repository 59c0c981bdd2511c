package dev.glovebox.executable;

import java.util.function.BooleanSupplier;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * A faster {@code equals} for the keys of the resource table in GraalVM 25.
 *
 * <p>
 * The key is a record. The {@code equals} method of a record consists of method handles, which a native executable interprets.
 * One search for a resource compares dozens of keys, since it tries each module of the JDK. So each search for configuration,
 * services or files of the AWS SDK takes a millisecond, and a cold start has ten such searches. The {@code hashCode} method is
 * compiled, and must not change: the build has filled the table with its values.
 */
@TargetClass(className = "com.oracle.svm.core.jdk.Resources$ModuleInstanceResourceKey", onlyWith = ResourceKeySubstitution.HasKeyClass.class)
final class ResourceKeySubstitution {

    /** Returns true if this release of GraalVM has the key class. In other releases the substitution has no effect. */
    static final class HasKeyClass implements BooleanSupplier {

        @Override
        public boolean getAsBoolean() {
            try {
                Class.forName("com.oracle.svm.core.jdk.Resources$ModuleInstanceResourceKey", false,
                        ClassLoader.getSystemClassLoader());
                return true;
            } catch (ClassNotFoundException otherRelease) {
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
