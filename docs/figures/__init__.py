"""The pictures of the course: one function a figure, rendered in two languages and two schemes."""
