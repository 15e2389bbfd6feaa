"""Settings for nbgrader; every command that is run in this folder reads them."""

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.preprocessors import ClearHiddenTests, GetGrades

c = get_config()  # noqa: F821  nbgrader's loader provides it

c.CourseDirectory.course_id = "kobai"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"

c.ClearSolutions.code_stub = {
    "python": "# YOUR CODE HERE · ここにコードを書きます\nraise NotImplementedError()"
}

# A check cell runs every check of an exercise, and a check may wait for an endless loop to be
# stopped; nbgrader's 30 seconds a cell would then turn a part of the points into none.
c.Execute.timeout = 120

# A student who deletes a check cell is graded all the same.
c.OverwriteCells.add_missing_cells = True

# Autograding puts the call of the hidden checks back; feedback goes out without it.
c.GenerateFeedback.preprocessors = [GetGrades, ClearHiddenTests, CSSHTMLHeaderPreprocessor]
