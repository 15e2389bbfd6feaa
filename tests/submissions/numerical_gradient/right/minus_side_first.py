# 学籍番号 0000 課題1
import numpy as np


def numerical_gradient(f, x):
    x = np.asarray(x)
    kotae = np.zeros(x.shape)
    haba = 1e-4
    for bangou in range(x.size):
        hidari = x.astype(float)
        migi = hidari.copy()
        hidari.flat[bangou] -= haba
        migi.flat[bangou] += haba
        f_hidari = f(hidari)
        f_migi = f(migi)
        kotae.flat[bangou] = -(f_hidari - f_migi) / (2 * haba)
    return kotae
