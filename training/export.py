"""Write the trained network as the int8 ONNX file that the package ships.

    python training/export.py CHECKPOINT.pt --base DIR --out DIR

The graph is written operation by operation with ONNX Runtime's fused kernels. Weights of the encoder are int8 with one
scale per output channel, in 7 bits, so that CPUs without VNNI cannot saturate; activations are quantised as they come.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from network import HEADS, POINTER

FUSED = "com.microsoft"
LIMIT = 63
"""The largest weight: 7 bits with sign."""


class Graph:
    """An ONNX graph in the making: nodes, constants, and the name of the last value."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(
            helper.make_node(kind, inputs, output.split(), name=output.split()[0], domain=domain, **attributes)
        )
        return output.split()[0]

    def linear(self, x: str, weights: dict[str, NDArray], name: str, output: str, bias: bool = True) -> str:
        """An int8 matrix product with dynamic quantisation of ``x``."""
        w = weights[f"{name}.weight"].T
        scale = np.maximum(np.abs(w).max(axis=0), 1e-8) / LIMIT
        quantised = np.clip(np.round(w / scale), -LIMIT, LIMIT).astype(np.int8)
        inputs = [x, self.constant(f"{name}.w", quantised), self.constant(f"{name}.s", scale.astype(np.float32)), ""]
        if bias:
            inputs.append(self.constant(f"{name}.b", weights[f"{name}.bias"]))
        return self.add("DynamicQuantizeMatMul", inputs, output, FUSED)

    def plain(self, x: str, weights: dict[str, NDArray], name: str, output: str) -> str:
        """A matrix product in float, for the heads."""
        product = self.add("MatMul", [x, self.constant(f"{name}.w", weights[f"{name}.weight"].T)], f"{output}_product")
        return self.add("Add", [product, self.constant(f"{name}.b", weights[f"{name}.bias"])], output)


def build(weights: dict[str, NDArray], layers: int) -> onnx.ModelProto:
    """Return the model: ``ids`` and ``shapes`` ``[1, n]`` in; ``tags``, ``names``, ``pointers`` out."""
    graph = Graph()
    x = _embed(graph, weights)
    for index in range(layers):
        x = _layer(graph, weights, f"layers.{index}", x)
    graph.plain(x, weights, "tags", "tags")
    graph.plain(x, weights, "names", "names")
    piece, cue = graph.plain(x, weights, "from_piece", "piece"), graph.plain(x, weights, "to_cue", "cue")
    turned = graph.add("Transpose", [cue], "cue_turned", perm=[0, 2, 1])
    product = graph.add("MatMul", [piece, turned], "pointers_product")
    graph.add("Mul", [product, graph.constant("pointer_scale", np.float32(POINTER**-0.5))], "pointers")
    return _model(graph)


def _embed(graph: Graph, weights: dict[str, NDArray]) -> str:
    words = weights["words.weight"]
    scale = np.maximum(np.abs(words).max(axis=1, keepdims=True), 1e-8) / 127
    graph.constant("words", np.clip(np.round(words / scale), -127, 127).astype(np.int8))
    graph.constant("words_scale", scale.astype(np.float32))
    graph.add("Gather", ["words", "ids"], "word_bytes")
    graph.add("Cast", ["word_bytes"], "word_floats", to=TensorProto.FLOAT)
    graph.add("Gather", ["words_scale", "ids"], "word_scales")
    graph.add("Mul", ["word_floats", "word_scales"], "word_vectors")
    graph.add("Gather", [graph.constant("shape_table", weights["shapes.weight"]), "shapes"], "shape_vectors")
    graph.add("Shape", ["ids"], "length", start=1, end=2)
    zero, axis = graph.constant("zero", np.array([0], np.int64)), graph.constant("axis", np.array([0], np.int64))
    graph.add(
        "Slice",
        [graph.constant("position_table", weights["positions.weight"]), zero, "length", axis],
        "position_vectors",
    )
    graph.add("Add", ["word_vectors", "shape_vectors"], "placed")
    graph.add("Add", ["placed", "position_vectors"], "embedded")
    gamma, beta = graph.constant("norm.g", weights["norm.weight"]), graph.constant("norm.b", weights["norm.bias"])
    return graph.add("LayerNormalization", ["embedded", gamma, beta], "normed", epsilon=1e-12)


def _layer(graph: Graph, weights: dict[str, NDArray], at: str, x: str) -> str:
    qkv = graph.linear(x, weights, f"{at}.qkv", f"{at}.qkv_out")
    graph.add("Split", [qkv], f"{at}.q {at}.k {at}.v", axis=2, num_outputs=3)
    attended = graph.add("MultiHeadAttention", [f"{at}.q", f"{at}.k", f"{at}.v"], f"{at}.heads", FUSED, num_heads=HEADS)
    attended = graph.linear(attended, weights, f"{at}.attended", f"{at}.attended_out")
    x = _skip(graph, weights, f"{at}.norm_attended", attended, x)
    inner = graph.linear(x, weights, f"{at}.inner", f"{at}.inner_out")
    inner = graph.add("Gelu", [inner], f"{at}.gelu", FUSED)
    outer = graph.linear(inner, weights, f"{at}.outer", f"{at}.outer_out")
    return _skip(graph, weights, f"{at}.norm_outer", outer, x)


def _skip(graph: Graph, weights: dict[str, NDArray], name: str, new: str, old: str) -> str:
    gamma = graph.constant(f"{name}.g", weights[f"{name}.weight"])
    beta = graph.constant(f"{name}.b", weights[f"{name}.bias"])
    both = graph.add("Add", [new, old], f"{name}.sum")  # the fused operation takes several times as long on CPUs
    return graph.add("LayerNormalization", [both, gamma, beta], f"{name}.out", epsilon=1e-12)


def _model(graph: Graph) -> onnx.ModelProto:
    whole = lambda name: helper.make_tensor_value_info(name, TensorProto.INT64, [1, "n"])
    scores = lambda name: helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
    made = helper.make_graph(
        graph.nodes,
        "onrecord",
        [whole("ids"), whole("shapes")],
        [scores("tags"), scores("names"), scores("pointers")],
        graph.constants,
    )
    return helper.make_model(
        made, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(FUSED, 1)], ir_version=9
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    state = torch.load(args.checkpoint, weights_only=True)
    weights = {name: value.numpy() for name, value in state.items()}
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    args.out.mkdir(parents=True, exist_ok=True)
    onnx.save(build(weights, layers), args.out / "statements.onnx")
    shutil.copy(args.base / "tokenizer.json", args.out / "tokenizer.json")


if __name__ == "__main__":
    main()
