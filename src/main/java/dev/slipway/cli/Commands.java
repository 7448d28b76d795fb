package dev.slipway.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes commands; one with a constructor for the surroundings gets them. */
record Commands(Surroundings around) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Surroundings.class) {
                return type.cast(constructor.newInstance(around));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
