"""The build of the course site: `python -m docs.builder`, run at the root of the repository.

Its steps, each a module: `figures` draws the pictures, `web` bundles our scripts and styles and
copies KaTeX's, `downloads` lays the exercises beside their lessons, `pages` runs MkDocs once a
language, `finish` mends the pages that MkDocs wrote. Each step skips what has not changed.
"""
