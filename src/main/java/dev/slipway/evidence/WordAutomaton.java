package dev.slipway.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds many words in one pass over a text, in time linear in the text whatever the words and the text are (the automaton of
 * Aho and Corasick). Transitions stand in one hash table with open addressing.
 */
final class WordAutomaton {
    private static final int NONE = -1;

    private final boolean ignoreCase;
    private final List<String> words;
    private final BitSet first = new BitSet(Character.MAX_VALUE + 1);
    private long[] keys = new long[1024];
    private int[] targets = new int[1024];
    private int size;
    private int[] fallback = new int[256];
    private int[] ending = new int[256];
    private int[] shorter = new int[256];
    private int states = 1;

    /** Is told of each word that is found, where words end together the longest first. */
    interface Listener {
        void found(int from, int to, int word);
    }

    /**
     * Prepares the search.
     *
     * @param words not empty ones; in lower case if case is to be ignored
     */
    WordAutomaton(List<String> words, boolean ignoreCase) {
        this.words = List.copyOf(words);
        this.ignoreCase = ignoreCase;
        Arrays.fill(keys, NONE);
        ending[0] = NONE;
        List<List<Integer>> children = new ArrayList<>();
        children.add(new ArrayList<>());
        List<Character> incoming = new ArrayList<>();
        incoming.add('\0');
        for (int word = 0; word < this.words.size(); word++) {
            insert(word, children, incoming);
        }
        linkFallbacks(children, incoming);
    }

    private void insert(int word, List<List<Integer>> children, List<Character> incoming) {
        int state = 0;
        String text = words.get(word);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int next = target(state, c);
            if (next == NONE) {
                next = newState();
                put(state, c, next);
                children.get(state).add(next);
                children.add(new ArrayList<>());
                incoming.add(c);
            }
            state = next;
        }
        ending[state] = ending[state] == NONE ? word : ending[state];
        first.set(text.charAt(0));
    }

    private int newState() {
        if (states == ending.length) {
            fallback = Arrays.copyOf(fallback, states * 2);
            ending = Arrays.copyOf(ending, states * 2);
            shorter = Arrays.copyOf(shorter, states * 2);
        }
        ending[states] = NONE;
        return states++;
    }

    private void linkFallbacks(List<List<Integer>> children, List<Character> incoming) {
        ArrayDeque<Integer> queue = new ArrayDeque<>(children.get(0));
        while (!queue.isEmpty()) {
            int state = queue.remove();
            int suffix = fallback[state];
            shorter[state] = ending[suffix] == NONE ? shorter[suffix] : suffix;
            for (int child : children.get(state)) {
                fallback[child] = step(suffix, incoming.get(child));
                queue.add(child);
            }
        }
    }

    /** Tells the listener every place of every word. */
    void search(String text, Listener listener) {
        int state = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (ignoreCase && c >= 'A' && c <= 'Z') {
                c = (char) (c + 'a' - 'A');
            }
            if (state == 0 && !first.get(c)) {
                continue;
            }
            state = step(state, c);
            int end = ending[state] == NONE ? shorter[state] : state;
            while (end != 0) {
                int word = ending[end];
                listener.found(i + 1 - words.get(word).length(), i + 1, word);
                end = shorter[end];
            }
        }
    }

    private int step(int from, char c) {
        int state = from;
        int next = target(state, c);
        while (next == NONE && state != 0) {
            state = fallback[state];
            next = target(state, c);
        }
        return next == NONE ? 0 : next;
    }

    private int target(int state, char c) {
        long key = (long) state << 16 | c;
        int slot = slot(key);
        while (keys[slot] != NONE) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        return NONE;
    }

    private void put(int state, char c, int target) {
        if (++size * 2 > keys.length) {
            grow();
        }
        place((long) state << 16 | c, target);
    }

    private void place(long key, int target) {
        int slot = slot(key);
        while (keys[slot] != NONE) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        targets = new int[oldKeys.length * 2];
        Arrays.fill(keys, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                place(oldKeys[i], oldTargets[i]);
            }
        }
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & keys.length - 1;
    }
}
