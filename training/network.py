"""The network that onrecord trains: a BERT encoder with shape embeddings and three thin heads.

Plain PyTorch, so that the export can write each operation by name. The encoder is all-MiniLM-L6-v2 (a distilled BERT,
Devlin et al. 2019; Wang et al. 2020). The heads: statement tags and name tags for each piece, and a biaffine pointer
(Dozat & Manning 2017) by which each piece of a content points at the first piece of its cue, and each piece of a cue at its source's.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
NAMES = ["O", *(f"{p}-{t}" for t in ("person", "organization", "place", "other") for p in "BI")]
SHAPES = 20
WIDTH, HEADS, INNER, POINTER = 384, 12, 1536, 96


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.norm_attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm_outer = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.attended(a.transpose(1, 2).reshape(b, n, WIDTH))
        x = self.norm_attended(x + self.dropout(a))
        return self.norm_outer(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Network(nn.Module):
    """Encoder and heads; ``forward`` returns tag scores, name scores, and pointers ``[batch, piece, piece]``."""

    def __init__(self, vocabulary: int = 30522, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.names = nn.Linear(WIDTH, len(NAMES))
        self.from_piece = nn.Linear(WIDTH, POINTER)
        self.to_cue = nn.Linear(WIDTH, POINTER)

    def encode(self, ids: Tensor, shapes: Tensor, real: Tensor) -> Tensor:
        at = torch.arange(ids.shape[1])
        x = self.dropout(self.norm(self.words(ids) + self.positions(at) + self.shapes(shapes)))
        mask = real[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, ids: Tensor, shapes: Tensor, real: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x = self.dropout(self.encode(ids, shapes, real))
        pointers = self.from_piece(x) @ self.to_cue(x).transpose(1, 2) / POINTER**0.5
        return self.tags(x), self.names(x), pointers.masked_fill(~real[:, None, :], -1e4)

    def load_base(self, path: Path) -> None:
        """Take the encoder's weights from a Hugging Face BERT file; further layers of the base are left out."""
        base = load_file(path)
        kind = "embeddings.token_type_embeddings.weight"
        self.words.weight.data.copy_(base["embeddings.word_embeddings.weight"] + base[kind][0])
        self.positions.weight.data.copy_(base["embeddings.position_embeddings.weight"])
        _copy(self.norm, base, "embeddings.LayerNorm")
        for index, layer in enumerate(self.layers):
            at = f"encoder.layer.{index}"
            for part in ("weight", "bias"):
                qkv = [base[f"{at}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, part).data.copy_(torch.cat(qkv))
            _copy(layer.attended, base, f"{at}.attention.output.dense")
            _copy(layer.norm_attended, base, f"{at}.attention.output.LayerNorm")
            _copy(layer.inner, base, f"{at}.intermediate.dense")
            _copy(layer.outer, base, f"{at}.output.dense")
            _copy(layer.norm_outer, base, f"{at}.output.LayerNorm")


def _copy(module: nn.Module, base: dict[str, Tensor], name: str) -> None:
    for part in ("weight", "bias"):
        getattr(module, part).data.copy_(base[f"{name}.{part}"])
