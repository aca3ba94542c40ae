"""Stock otter grades through the judge: student code never runs in otter's kernel."""

from pcpt_grade.otter_plugin.plugin import JudgePlugin

__all__ = ["JudgePlugin"]
