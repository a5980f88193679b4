"""What comes after what: the only room that knows the order of the stages.

conductor    a build from its beginning to its end
alone        one run at a time
short_way    a build of which it is known that only the words of some texts have changed
request      what one run is asked to do, and what comes of it
ground       what every stage stands on: settings, theme, words, memory
index        the search index, between assemble and plan
assets       the pictures, between assemble and plan
renderer     the renderer, made when the first page asks for it
workbench    the page of one text at once, for the preview
stage        a stage, and the telling of it
machine      what the disk refuses, as a Problem
"""
