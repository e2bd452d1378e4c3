package org.mediarouter.simulation;

import java.util.ArrayList;
import java.util.List;

/** An agent. */
final class Worker {
    final String id;
    /** One for each of his MRDs. */
    final List<Post> posts = new ArrayList<>(1);

    boolean onDuty;

    Worker(String id) {
        this.id = id;
    }

    Post in(Domain domain) {
        for (Post post : posts) {
            if (post.domain == domain) {
                return post;
            }
        }
        throw new IllegalStateException("agent " + id + " is not in " + domain.mrd.id());
    }

    /** Whether he works in a non-interruptible MRD other than this one. */
    boolean worksOutside(Post post) {
        if (posts.size() > 1) {
            for (Post other : posts) {
                if (other != post && !other.domain.mrd.interruptible() && other.working()) {
                    return true;
                }
            }
        }
        return false;
    }
}
