"""Settings for nbgrader; every command run in this folder reads them."""

c = get_config()  # noqa: F821  nbgrader's loader provides it

c.CourseDirectory.course_id = "kobai"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"

c.ClearSolutions.code_stub = {
    "python": "# YOUR CODE HERE · ここにコードを書きます\nraise NotImplementedError()"
}
