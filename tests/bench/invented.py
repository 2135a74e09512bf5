"""The invented people of tools/people, which has no ending, as a module."""
import importlib.machinery
import importlib.util
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def tool_people():
    loader = importlib.machinery.SourceFileLoader("people", str(ROOT / "tools/people"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("people", loader))
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    return module
