"""The proof of the course: its checks reject what is wrong, name why, and accept what is right."""
