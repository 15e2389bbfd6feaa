import numpy as np
def numerical_gradient(f,x):
    x = np.asarray(x)
    h=10**-4
    n=x.size
    fplus=[]
    fminus=[]
    for i in range(n):
        xx=x.astype(float).reshape(n).copy()
        xx[i]=xx[i]+h
        fplus.append(f(xx.reshape(x.shape)))
    for i in range(n):
        xx=x.astype(float).reshape(n).copy()
        xx[i]=xx[i]-h
        fminus.append(f(xx.reshape(x.shape)))
    fplus=np.array(fplus)
    fminus=np.array(fminus)
    grad=(fplus-fminus)/(2*h)
    return grad.reshape(x.shape)
