"""What student code may touch: namespaces, an unprivileged user, or nothing but limits."""
